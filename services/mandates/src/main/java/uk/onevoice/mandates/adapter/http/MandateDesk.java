package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Role;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.MandateLog;
import uk.onevoice.mandates.domain.Belonging;
import uk.onevoice.mandates.domain.Electorate;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateCommand;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.MandateRejection;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.mandates.domain.Version;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Parts;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Circumstances;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;

/** What every request about a mandate begins and ends with. */
@ApplicationScoped
class MandateDesk {
  private final CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates;
  private final Commands commands;
  private final Registry registry;
  private final Places places;
  private final CurrentActor actor;
  private final Parts parts;
  private final Scope scope;
  private final Today today;

  MandateDesk(
      CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates,
      Commands commands,
      Registry registry,
      Places places,
      CurrentActor actor,
      Parts parts,
      Scope scope,
      Today today) {
    this.mandates = mandates;
    this.commands = commands;
    this.registry = registry;
    this.places = places;
    this.actor = actor;
    this.parts = parts;
    this.scope = scope;
    this.today = today;
  }

  /** The mandate that practices were asked for; a draft is not there for anybody. */
  Opened opened(UUID id) {
    if (mandates.current(MandateLog.stream(new MandateId(id))).state() instanceof Opened opened) {
      return opened;
    }
    throw Problem.notFound().exception();
  }

  /** The mandate, for who may do this in its place; with the body they do it for. */
  Asked inPlace(UUID id) {
    Opened mandate = opened(id);
    return new Asked(mandate, actingIn(mandate.opening().placeId()));
  }

  /**
   * The mandate, for who may do this in its place, and for who speaks under it wherever they hold
   * their role.
   */
  Asked spokenUnder(UUID id) {
    Opened mandate = opened(id);
    PlaceId place = mandate.opening().placeId();
    @Nullable Terms terms = mandate.version().terms();
    return terms != null && !scope.covers(Registry.inDirectory(place)) && speaks(List.of(terms))
        ? new Asked(mandate, actingFor(terms.holder().organisationId(), place))
        : inPlace(id);
  }

  private boolean speaks(List<Terms> all) {
    var held = registry.held(actor.get().holdings(Role.values()), all, today.get());
    return all.stream().anyMatch(terms -> terms.speaks(held));
  }

  /**
   * A mandate with on whose behalf something is asked of it.
   *
   * @param circumstances that body, and the ICS
   */
  record Asked(Opened mandate, Circumstances circumstances) {}

  Circumstances actingIn(PlaceId place) {
    return places.circumstances(place, scope.in(Registry.inDirectory(place)).organisation());
  }

  /** On behalf of this body, whoever asks. */
  Circumstances actingFor(OrganisationId body, PlaceId place) {
    return places.circumstances(place, Registry.inDirectory(body));
  }

  Electorate electorate(Opened mandate) {
    return registry.electorate(mandate, today.get());
  }

  /**
   * What the caller is told of the mandate. Who speaks under it, or stands in, knows its limits and
   * how many it binds, wherever they hold their role.
   */
  Audience audience(Opened mandate) {
    var audience = Audience.of(parts, Registry.inDirectory(mandate.opening().placeId()));
    List<Terms> all =
        Stream.of(mandate.version(), mandate.newest())
            .map(Version::terms)
            .flatMap(Stream::ofNullable)
            .toList();
    return speaks(all) ? audience.ofWhoSpeaks() : audience;
  }

  /**
   * Where a practice belongs that lay in the mandate's place on this day. For others it ends here:
   * a lost race would tell them how many events there are.
   */
  Belonging inPlace(PracticeId practice, Opened mandate, LocalDate on) {
    Belonging belonging = registry.belonging(practice, on);
    if (!mandate.opening().placeId().equals(belonging.place())) {
      throw MandateProblems.of(new MandateRejection.PracticeNotInPlace(practice, on)).exception();
    }
    return belonging;
  }

  /**
   * The practices that the caller may speak for. Who acts for one of them can answer for the others
   * of its firm with it, although they do not act for these.
   */
  Set<PracticeId> partnerOf() {
    return registry.practicesOf(actor.get(), today.get());
  }

  Response done(MandateCommand command, Circumstances circumstances) {
    return handle(command, (_, _, _) -> commands.noContent(), circumstances);
  }

  Response handle(
      MandateCommand command,
      Answering<Mandate, MandateEvent> answering,
      Circumstances circumstances) {
    return commands.handle(
        mandates,
        MandateLog.stream(command.mandateId()),
        command,
        answering,
        MandateProblems::of,
        circumstances);
  }
}
