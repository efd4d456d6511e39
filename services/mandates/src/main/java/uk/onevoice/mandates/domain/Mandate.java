package uk.onevoice.mandates.domain;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.mandates.domain.MandateEvent.MandateOpened;
import uk.onevoice.mandates.domain.MandateRejection.AlreadyOpened;
import uk.onevoice.mandates.domain.MandateRejection.NotOpened;
import uk.onevoice.mandates.domain.Stage.Asked;
import uk.onevoice.mandates.domain.Stage.InForce;

/**
 * Practices' authority for a role to speak and agree for them, within limits and for a time. Its
 * rules are beside it: {@link Drafting} before practices are asked, {@link Consent} for what they
 * answer, {@link Life} for what becomes of it, {@link Use} for what is agreed under it.
 */
public sealed interface Mandate {
  /** No mandate runs longer without being asked for again. */
  int MAX_MONTHS = 24;

  Decider<MandateCommand, Mandate, MandateEvent, MandateRejection> DECIDER =
      new Decider<>(new Absent(), Mandate::decide, Mandate::evolve);

  record Absent() implements Mandate {}

  /**
   * It is being written, and nobody has been asked.
   *
   * @param givenUp whether it never will be asked for
   */
  record Drafted(PlaceId placeId, Terms terms, LocalDate draftedOn, boolean givenUp)
      implements Mandate {}

  /**
   * Practices have been asked.
   *
   * @param opening what they were asked for first
   * @param version in force, or the first that practices are asked for
   * @param next what they are asked for while another version is in force; null mostly
   * @param highest number of a version that there ever was: none is used again, since its answers
   *     stay
   * @param provisional what was said outside of it and waits for practices to ratify it
   * @param risks each time that grants had come to be too few, oldest first
   * @param confirmedFor the ICS in which it still holds, after its own was followed; null mostly
   * @param toConfirm the ICS for which nobody has said yet that it still holds; null mostly
   */
  record Opened(
      MandateOpened opening,
      Version version,
      @Nullable Version next,
      int highest,
      Stage stage,
      Map<InvocationId, Provisional> provisional,
      List<Risk> risks,
      @Nullable OrganisationId confirmedFor,
      @Nullable OrganisationId toConfirm)
      implements Mandate {
    public Opened {
      provisional = Collections.unmodifiableMap(new LinkedHashMap<>(provisional));
      risks = List.copyOf(risks);
    }

    static Opened of(MandateOpened opening) {
      Terms terms = opening.terms();
      return new Opened(
          opening,
          terms == null
              ? Version.bare(1, null, opening.start(), opening.end(), null, opening.openedOn())
              : Version.asked(1, terms, null, opening.openedOn()),
          null,
          1,
          terms == null ? new InForce(opening.start(), null) : new Asked(),
          Map.of(),
          List.of(),
          null,
          null);
    }

    public MandateId id() {
      return opening.mandateId();
    }

    /** What practices are asked for now: the new version where there is one. */
    public Version newest() {
      return next == null ? version : next;
    }

    /**
     * Whether a practice that belongs there can answer on this day what practices are asked for
     * now, whatever it has said so far.
     */
    public boolean asks(PracticeId practice, Belonging belonging, LocalDate day) {
      return !(stage instanceof Stage.Ended)
          && day.isBefore(newest().end())
          && belonging.isTo(opening.placeId())
          && newest().asks(practice, belonging);
    }

    public Optional<Version> numbered(int number) {
      if (version.number() == number) {
        return Optional.of(version);
      }
      return next != null && next.number() == number ? Optional.of(next) : Optional.empty();
    }

    /** Where it stands on this day, as far as this was known then. */
    public State on(LocalDate day) {
      return switch (stage) {
        case Asked _ -> day.isBefore(version.end()) ? State.ASKED : State.EXPIRED;
        case InForce(_, var atRiskSince) ->
            !day.isBefore(version.end())
                ? State.EXPIRED
                : day.isBefore(version.start())
                    ? State.ASKED
                    : atRiskSince == null ? State.IN_FORCE : State.AT_RISK;
        case Stage.Suspended _ -> day.isBefore(version.end()) ? State.SUSPENDED : State.EXPIRED;
        case Stage.Expired _ -> State.EXPIRED;
        case Stage.Ended _ -> State.ENDED;
      };
    }

    Opened in(Stage other) {
      return new Opened(
          opening, version, next, highest, other, provisional, risks, confirmedFor, toConfirm);
    }

    /** With what has happened to the version of this number. */
    Opened changing(int number, UnaryOperator<Version> change) {
      return new Opened(
          opening,
          version.number() == number ? change.apply(version) : version,
          next != null && next.number() == number ? change.apply(next) : next,
          highest,
          stage,
          provisional,
          risks,
          confirmedFor,
          toConfirm);
    }

    /** Takes the place of the version asked for while none is in force, else stands beside it. */
    Opened asking(Version asked) {
      boolean instead = stage instanceof Asked;
      return new Opened(
          opening,
          instead ? asked : version,
          instead ? null : asked,
          Math.max(highest, asked.number()),
          stage,
          provisional,
          risks,
          confirmedFor,
          toConfirm);
    }

    Opened withoutNext() {
      return new Opened(
          opening, version, null, highest, stage, provisional, risks, confirmedFor, toConfirm);
    }

    Opened activated(int number, LocalDate on) {
      return new Opened(
          opening,
          numbered(number).orElse(version),
          null,
          highest,
          new InForce(on, null),
          provisional,
          risks,
          confirmedFor,
          toConfirm);
    }

    Opened with(Map<InvocationId, Provisional> others) {
      return new Opened(
          opening, version, next, highest, stage, others, risks, confirmedFor, toConfirm);
    }

    Opened with(List<Risk> known) {
      return new Opened(
          opening, version, next, highest, stage, provisional, known, confirmedFor, toConfirm);
    }

    /** LMCs whose word something provisional needs; none for what is not provisional. */
    public Set<OrganisationId> lmcsOf(InvocationId invocation) {
      Provisional known = provisional.get(invocation);
      return known == null ? Set.of() : known.lmcs();
    }

    /** Bodies whose members are asked, or were for what is still provisional. */
    public Set<OrganisationId> bodiesAsked() {
      return Stream.concat(
              Stream.of(version, newest()).map(Version::grantors),
              provisional.values().stream().map(Provisional::grantors))
          .flatMap(Stream::ofNullable)
          .map(Grantors::bodyId)
          .flatMap(Stream::ofNullable)
          .collect(Collectors.toUnmodifiableSet());
    }

    Opened confirming(@Nullable OrganisationId confirmed, @Nullable OrganisationId open) {
      return new Opened(
          opening, version, next, highest, stage, provisional, risks, confirmed, open);
    }
  }

  /** In one word; at risk is in force. */
  enum State {
    ASKED,
    IN_FORCE,
    AT_RISK,
    SUSPENDED,
    EXPIRED,
    ENDED;

    public boolean isInForce() {
      return this == IN_FORCE || this == AT_RISK;
    }
  }

  static Decision<MandateEvent, MandateRejection> decide(MandateCommand command, Mandate mandate) {
    return switch (command) {
      case MandateCommand.Open open ->
          switch (mandate) {
            case Absent _ -> Drafting.openAtOnce(open);
            case Drafted _, Opened _ -> reject(new AlreadyOpened(open.mandateId()));
          };
      case DraftCommand draft -> Drafting.decide(draft, mandate);
      case ConsentCommand consent ->
          whereAsked(consent, mandate, opened -> Consent.decide(consent, opened));
      case LifeCommand life -> whereAsked(life, mandate, opened -> Life.decide(life, opened));
      case UseCommand use -> whereAsked(use, mandate, opened -> Use.decide(use, opened));
    };
  }

  private static Decision<MandateEvent, MandateRejection> whereAsked(
      MandateCommand command,
      Mandate mandate,
      Function<Opened, Decision<MandateEvent, MandateRejection>> rule) {
    return switch (mandate) {
      case Absent _, Drafted _ -> reject(new NotOpened(command.mandateId()));
      case Opened opened -> rule.apply(opened);
    };
  }

  static Mandate evolve(Mandate mandate, MandateEvent event) {
    return switch (event) {
      case DraftEvent draft -> Drafting.evolve(mandate, draft);
      case MandateOpened opened -> Opened.of(opened);
      case ConsentEvent consent ->
          mandate instanceof Opened opened ? Consent.evolve(opened, consent) : mandate;
      case LifeEvent life -> mandate instanceof Opened opened ? Life.evolve(opened, life) : mandate;
      case UseEvent use -> mandate instanceof Opened opened ? Use.evolve(opened, use) : mandate;
    };
  }

  /** Events and what follows from them for whether grants still suffice. */
  static Decision<MandateEvent, MandateRejection> andStock(
      Opened mandate, List<MandateEvent> events, Electorate electorate, LocalDate today) {
    Mandate after = DECIDER.fold(mandate, events);
    if (!(after instanceof Opened opened)) {
      return accept(events);
    }
    return accept(
        Stream.concat(events.stream(), Life.stock(opened, electorate, today).stream()).toList());
  }
}
