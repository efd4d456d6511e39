package uk.onevoice.organisations.domain.starter;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.starter.StarterCommand.Tick;
import uk.onevoice.organisations.domain.starter.StarterCommand.Untick;
import uk.onevoice.organisations.domain.starter.StarterEvent.StarterStepTicked;
import uk.onevoice.organisations.domain.starter.StarterEvent.StarterStepUnticked;
import uk.onevoice.organisations.domain.starter.StarterRejection.NotOnTheList;

/**
 * The ticks of one place. The list itself follows from the registry: a network that joins is a
 * conversation more.
 *
 * @param ticks since when
 */
public record Starter(Map<Done, LocalDate> ticks) {
  public static final Decider<StarterCommand, Starter, StarterEvent, StarterRejection> DECIDER =
      new Decider<>(new Starter(Map.of()), Starter::decide, Starter::evolve);

  public Starter {
    ticks = Map.copyOf(ticks);
  }

  /** A step, with the body it was taken with where there is one. */
  public record Done(Step step, @Nullable OrganisationId organisation) {}

  static Decision<StarterEvent, StarterRejection> decide(StarterCommand command, Starter starter) {
    return switch (command) {
      case Tick(var place, var step, var organisation, var listed, var on) -> {
        if (!listed) {
          yield reject(new NotOnTheList());
        }
        yield starter.ticks().containsKey(new Done(step, organisation))
            ? accept()
            : accept(new StarterStepTicked(place, step, organisation, on));
      }
      case Untick(var place, var step, var organisation) ->
          starter.ticks().containsKey(new Done(step, organisation))
              ? accept(new StarterStepUnticked(place, step, organisation))
              : accept();
    };
  }

  static Starter evolve(Starter starter, StarterEvent event) {
    var ticks = new LinkedHashMap<>(starter.ticks());
    switch (event) {
      case StarterStepTicked(_, var step, var organisation, var on) ->
          ticks.put(new Done(step, organisation), on);
      case StarterStepUnticked(_, var step, var organisation) ->
          ticks.remove(new Done(step, organisation));
    }
    return new Starter(ticks);
  }
}
