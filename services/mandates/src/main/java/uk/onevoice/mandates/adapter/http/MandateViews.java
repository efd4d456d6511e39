package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.Recordings;
import uk.onevoice.mandates.adapter.store.Recordings.Recorded;
import uk.onevoice.mandates.adapter.store.Recordings.RecordedBy;
import uk.onevoice.mandates.domain.Electorate;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Stage;
import uk.onevoice.mandates.domain.Version;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.service.command.Today;
import uk.onevoice.vault.TypedWords;

/** Makes what a caller sees of a mandate, from what it is and who they are. */
@ApplicationScoped
class MandateViews {
  private final MandateLists lists;
  private final TypedWords words;
  private final Registry registry;
  private final Recordings recordings;
  private final CurrentActor actor;
  private final Today today;

  MandateViews(
      MandateLists lists,
      TypedWords words,
      Registry registry,
      Recordings recordings,
      CurrentActor actor,
      Today today) {
    this.lists = lists;
    this.words = words;
    this.registry = registry;
    this.recordings = recordings;
    this.actor = actor;
    this.today = today;
  }

  /**
   * What the caller may see beyond what everybody may.
   *
   * @param electorate null for who sees no counts
   * @param words those that the caller may read
   * @param recorded who entered answers; none for who sees no answer
   */
  private record Sight(
      Audience audience,
      @Nullable Electorate electorate,
      Map<UUID, String> words,
      Map<Recorded, RecordedBy> recorded) {
    @Nullable String read(@Nullable UUID ref) {
      return ref == null || !audience.limits() ? null : words.get(ref);
    }
  }

  MandateTerms listed(Opened mandate) {
    return MandateTerms.of(mandate, lists, MandateTerms.forEverybody(mandate.on(today.get())));
  }

  MandateView of(Opened mandate, Audience audience) {
    List<UUID> refs = new ArrayList<>();
    if (audience.limits()) {
      Stream.of(suspensionRef(mandate.stage()), endingRef(mandate.stage()))
          .flatMap(Optional::stream)
          .forEach(refs::add);
    }
    for (Version version : List.of(mandate.version(), mandate.newest())) {
      if (audience.limits() && version.terms() != null) {
        refs.addAll(TermsView.refs(version.terms()));
      }
      version.answers().entrySet().stream()
          .filter(each -> audience.answerOf(each.getKey()))
          .map(each -> each.getValue().manner())
          .flatMap(Stream::ofNullable)
          .flatMap(manner ->
              Stream.concat(
                  Stream.ofNullable(manner.wordsRef()), Stream.ofNullable(manner.evidenceRef())))
          .forEach(refs::add);
    }
    return view(
        mandate,
        new Sight(
            audience,
            audience.counts() ? registry.electorate(mandate, today.get()) : null,
            words.texts(refs),
            audience.everyAnswer() || !audience.own().isEmpty()
                ? recordings.of(mandate.id())
                : Map.of()));
  }

  private MandateView view(Opened mandate, Sight sight) {
    Version version = mandate.version();
    var day = today.get();
    Mandate.State state = mandate.on(day);
    return new MandateView(
        MandateTerms.of(
            mandate, lists, sight.audience().counts() ? state : MandateTerms.forEverybody(state)),
        state.isInForce(),
        counts(version, sight),
        answers(version, sight),
        version.number(),
        terms(version, sight),
        version.askedOn(),
        version.acceptedOn(),
        MandateView.EndorsementView.of(version),
        activeSince(mandate.stage()),
        sight.audience().counts() ? atRiskSince(mandate.stage()) : null,
        mandate.stage() instanceof Stage.Suspended(var since, _, _, _) ? since : null,
        mandate.stage() instanceof Stage.Suspended(_, var reason, _, _) ? reason : null,
        sight.read(suspensionRef(mandate.stage()).orElse(null)),
        mandate.stage() instanceof Stage.Ended(var on, _) ? on : null,
        sight.read(endingRef(mandate.stage()).orElse(null)),
        sight.audience().counts()
            ? mandate.risks().stream().map(MandateView.AtRiskNotice::of).toList()
            : null,
        reminders(mandate, sight),
        mandate.toConfirm() != null,
        sight.audience().limits() && mandate.next() != null ? asked(mandate.next(), sight) : null,
        tally(version, sight),
        silent(version, sight),
        mayCarry(mandate, sight),
        mayAnswer(mandate, sight));
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
        : TermsView.of(version.terms(), lists, sight.audience().limits() ? sight.words() : null);
  }

  private static MandateView.@Nullable Counts counts(Version version, Sight sight) {
    return sight.electorate() == null ? null : MandateView.Counts.of(sight.electorate(), version);
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
            .filter(each -> sight.audience().answerOf(each.getKey()))
            .map(each ->
                MandateView.PracticeAnswer.of(
                    each.getKey(),
                    each.getValue(),
                    sight.words(),
                    sight.recorded().get(new Recorded(version.number(), each.getKey()))))
            .toList();
  }

  private static @Nullable List<PracticeId> silent(Version version, Sight sight) {
    return sight.electorate() == null || !sight.audience().everyAnswer()
        ? null
        : version.asked(sight.electorate()).voices().stream()
            .map(Electorate.Voice::practiceId)
            .filter(version::isSilent)
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
                                sight.audience().answerOf(successor)
                                    && !version.answers().containsKey(successor)))
                    .map(each ->
                        new MandateView.Carry(
                            each.getKey(),
                            each.getValue().successors(),
                            each.getValue().standing().answer())))
            .distinct()
            .toList();
  }

  /** With the others of their firm, for which they can answer with it. */
  private @Nullable List<PracticeId> mayAnswer(Opened mandate, Sight sight) {
    LocalDate day = today.get();
    return sight.audience().own().isEmpty()
        ? null
        : registry.asked(mandate, registry.practicesOf(actor.get(), day), day).stream()
            .sorted(Comparator.comparing(PracticeId::value))
            .toList();
  }

  private static @Nullable List<MandateView.ReminderSent> reminders(Opened mandate, Sight sight) {
    return sight.electorate() == null
        ? null
        : Stream.of(mandate.version(), mandate.newest())
            .distinct()
            .flatMap(version ->
                version.reminders().stream()
                    .map(each ->
                        new MandateView.ReminderSent(
                            version.number(),
                            each.on(),
                            each.practices().size(),
                            each.practices().stream().filter(sight.audience()::answerOf).toList())))
            .toList();
  }

  private static Optional<UUID> suspensionRef(Stage stage) {
    return stage instanceof Stage.Suspended(_, _, var ref, _)
        ? Optional.ofNullable(ref)
        : Optional.empty();
  }

  private static Optional<UUID> endingRef(Stage stage) {
    return stage instanceof Stage.Ended(_, var ref) ? Optional.ofNullable(ref) : Optional.empty();
  }

  private static @Nullable LocalDate activeSince(Stage stage) {
    return switch (stage) {
      case Stage.InForce(var since, _) -> since;
      case Stage.Suspended(_, _, _, var before) -> before.since();
      case Stage.Asked _, Stage.Expired _, Stage.Ended _ -> null;
    };
  }

  private static @Nullable LocalDate atRiskSince(Stage stage) {
    return stage instanceof Stage.InForce(_, var since) ? since : null;
  }
}
