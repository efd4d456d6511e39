package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.domain.Electorate;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Stage;
import uk.onevoice.mandates.domain.Version;
import uk.onevoice.service.command.Today;

/** Makes what a caller sees of a mandate, from what it is and who they are. */
@ApplicationScoped
class MandateViews {
  private final ListedTopics lists;
  private final MandateWords words;
  private final Registry registry;
  private final Today today;

  MandateViews(ListedTopics lists, MandateWords words, Registry registry, Today today) {
    this.lists = lists;
    this.words = words;
    this.registry = registry;
    this.today = today;
  }

  /** What the caller may see beyond what everybody may. */
  private record Sight(
      @Nullable Electorate electorate,
      Predicate<PracticeId> answersOf,
      boolean leads,
      Map<UUID, String> words) {
    boolean isOfThePlace() {
      return electorate != null;
    }
  }

  MandateTerms listed(Opened mandate) {
    return MandateTerms.of(mandate, lists, MandateTerms.forEverybody(mandate.on(today.get())));
  }

  MandateView of(Opened mandate, AnswerAudience audience) {
    return switch (audience) {
      case AnswerAudience.Outside _ -> view(mandate, new Sight(null, _ -> false, false, Map.of()));
      case AnswerAudience.Own(var practices) ->
          view(mandate, sight(mandate, practices::contains, false));
      case AnswerAudience.Leaders _ -> view(mandate, sight(mandate, _ -> true, true));
    };
  }

  private Sight sight(Opened mandate, Predicate<PracticeId> answersOf, boolean leads) {
    List<UUID> refs = new ArrayList<>();
    for (Version version : List.of(mandate.version(), mandate.newest())) {
      if (version.terms() != null) {
        refs.addAll(TermsView.refs(version.terms()));
      }
      version.answers().entrySet().stream()
          .filter(each -> answersOf.test(each.getKey()))
          .map(each -> each.getValue().manner())
          .flatMap(Stream::ofNullable)
          .flatMap(manner ->
              Stream.concat(
                  Stream.ofNullable(manner.wordsRef()), Stream.ofNullable(manner.evidenceRef())))
          .forEach(refs::add);
    }
    return new Sight(
        registry.electorate(mandate.opening().placeId(), today.get()),
        answersOf,
        leads,
        words.read(refs));
  }

  private MandateView view(Opened mandate, Sight sight) {
    Version version = mandate.version();
    var day = today.get();
    Mandate.State state = mandate.on(day);
    return new MandateView(
        MandateTerms.of(
            mandate, lists, sight.isOfThePlace() ? state : MandateTerms.forEverybody(state)),
        state.isInForce(),
        counts(version, sight),
        answers(version, sight),
        version.number(),
        terms(version, sight),
        version.askedOn(),
        version.acceptedOn(),
        MandateView.EndorsementView.of(version),
        activeSince(mandate.stage()),
        sight.isOfThePlace() ? atRiskSince(mandate.stage()) : null,
        mandate.stage() instanceof Stage.Suspended(var since, _, _) ? since : null,
        mandate.stage() instanceof Stage.Suspended(_, var reason, _) ? reason : null,
        mandate.toConfirm() != null,
        sight.isOfThePlace() && mandate.next() != null ? asked(mandate.next(), sight) : null,
        tally(version, sight),
        silent(version, sight),
        mayCarry(mandate, sight));
  }

  private MandateView.AskedVersion asked(Version next, Sight sight) {
    return new MandateView.AskedVersion(
        next.number(),
        next.reason(),
        next.askedOn(),
        terms(next, sight),
        next.acceptedOn(),
        MandateView.EndorsementView.of(next),
        counts(next, sight),
        tally(next, sight),
        answers(next, sight),
        silent(next, sight));
  }

  private @Nullable TermsView terms(Version version, Sight sight) {
    return version.terms() == null
        ? null
        : TermsView.of(version.terms(), lists, sight.isOfThePlace() ? sight.words() : null);
  }

  private static MandateView.@Nullable Counts counts(Version version, Sight sight) {
    return sight.electorate() == null
        ? null
        : MandateView.Counts.of(sight.electorate().practices(), version.answers());
  }

  private static MandateView.@Nullable TallyView tally(Version version, Sight sight) {
    return sight.electorate() == null
        ? null
        : MandateView.TallyView.of(sight.electorate(), version);
  }

  private static @Nullable List<MandateView.PracticeAnswer> answers(Version version, Sight sight) {
    return sight.electorate() == null
        ? null
        : version.answers().entrySet().stream()
            .filter(each -> sight.answersOf().test(each.getKey()))
            .map(each ->
                MandateView.PracticeAnswer.of(each.getKey(), each.getValue(), sight.words()))
            .toList();
  }

  private static @Nullable List<PracticeId> silent(Version version, Sight sight) {
    return sight.electorate() == null || !sight.leads()
        ? null
        : sight.electorate().voices().stream()
            .map(Electorate.Voice::practiceId)
            .filter(practice -> !version.answers().containsKey(practice))
            .toList();
  }

  private static @Nullable List<MandateView.Carry> mayCarry(Opened mandate, Sight sight) {
    return sight.electorate() == null
        ? null
        : Stream.of(mandate.version(), mandate.newest())
            .distinct()
            .flatMap(version ->
                version.departed().entrySet().stream()
                    .filter(each ->
                        each.getValue().successors().stream()
                            .anyMatch(successor ->
                                sight.answersOf().test(successor)
                                    && !version.answers().containsKey(successor)))
                    .map(each ->
                        new MandateView.Carry(
                            each.getKey(),
                            each.getValue().successors(),
                            each.getValue().standing().answer())))
            .distinct()
            .toList();
  }

  private static @Nullable LocalDate activeSince(Stage stage) {
    return switch (stage) {
      case Stage.InForce(var since, _) -> since;
      case Stage.Suspended(_, _, var before) -> before.since();
      case Stage.Asked _, Stage.Expired _, Stage.Ended _ -> null;
    };
  }

  private static @Nullable LocalDate atRiskSince(Stage stage) {
    return stage instanceof Stage.InForce(_, var since) ? since : null;
  }
}
