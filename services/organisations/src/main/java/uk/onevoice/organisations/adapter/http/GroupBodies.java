package uk.onevoice.organisations.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.group.ChairRule;
import uk.onevoice.organisations.domain.group.DecisionRule;
import uk.onevoice.organisations.domain.group.Footing;
import uk.onevoice.organisations.domain.group.GroupId;
import uk.onevoice.organisations.domain.group.InterestId;
import uk.onevoice.organisations.domain.group.InterestKind;
import uk.onevoice.organisations.domain.group.Milestone;
import uk.onevoice.organisations.domain.group.PulseId;
import uk.onevoice.organisations.domain.group.Scope;
import uk.onevoice.organisations.domain.group.SeatRule;
import uk.onevoice.organisations.domain.person.RoleHoldingId;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.starter.Step;

/** What is posted about leadership groups, and the short answers to it. */
interface GroupBodies {
  int LONGEST_WORDS = 4_000;

  /**
   * @param organisationId a body that is registered already
   * @param name of one that is to be registered; one of the two
   */
  record NewGroup(
      @Nullable OrganisationId organisationId,
      @Nullable Label name,
      OrganisationId icsId,
      List<PlaceId> placeIds,
      Footing footing,
      @Nullable OrganisationId federationId,
      @Nullable OrganisationId legalEntityId,
      LocalDate start) {
    Scope scope() {
      return new Scope(icsId, placeIds, footing, federationId, legalEntityId);
    }
  }

  record GroupRef(GroupId groupId) {}

  record NewScope(
      OrganisationId icsId,
      List<PlaceId> placeIds,
      Footing footing,
      @Nullable OrganisationId federationId,
      @Nullable OrganisationId legalEntityId,
      LocalDate from) {
    Scope scope() {
      return new Scope(icsId, placeIds, footing, federationId, legalEntityId);
    }
  }

  /**
   * @param words what is to be said besides; kept outside the log
   */
  record NewTerms(
      LocalDate from,
      List<SeatRule> seatRules,
      int quorum,
      DecisionRule decisionRule,
      ChairRule chairRule,
      @Nullable LocalDate reviewOn,
      @Nullable String words) {
    private static final int MOST_RULES = 20;
    private static final int MOST_SEATS = 200;

    public NewTerms {
      if (seatRules.size() > MOST_RULES) {
        throw new IllegalArgumentException("There are at most " + MOST_RULES + " rules.");
      }
      if (quorum < 1 || quorum > MOST_SEATS) {
        throw new IllegalArgumentException("A quorum is 1 to " + MOST_SEATS + ".");
      }
      if (words != null) {
        checkLength(words);
      }
    }
  }

  record SeatTaking(RoleHoldingId roleHoldingId, LocalDate start, @Nullable LocalDate end) {}

  record NewChair(RoleHoldingId roleHoldingId, LocalDate start) {}

  record NewInterest(
      UUID seatId,
      InterestKind kind,
      @Nullable OrganisationId organisationId,
      LocalDate start,
      @Nullable LocalDate end,
      String words) {
    public NewInterest {
      checkWords(words);
    }
  }

  record InterestRef(InterestId interestId) {}

  /**
   * @param words null where they stay
   */
  record InterestCorrection(
      InterestKind kind,
      @Nullable OrganisationId organisationId,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable String words) {
    public InterestCorrection {
      if (words != null) {
        checkWords(words);
      }
    }
  }

  record PulseRef(PulseId pulseId) {}

  /**
   * @param trust from 1, not at all, to 5, fully
   */
  record PulseAnswer(int trust) {
    public PulseAnswer {
      if (trust < 1 || trust > 5) {
        throw new IllegalArgumentException("An answer is 1 to 5.");
      }
    }
  }

  record NewMilestone(Milestone milestone, LocalDate on, @Nullable UUID evidenceId) {}

  record StarterStep(Step step, @Nullable OrganisationId organisationId) {}

  private static void checkWords(String words) {
    if (words.isBlank()) {
      throw new IllegalArgumentException("Some words are needed.");
    }
    checkLength(words);
  }

  private static void checkLength(String words) {
    if (words.length() > LONGEST_WORDS) {
      throw new IllegalArgumentException("At most " + LONGEST_WORDS + " characters.");
    }
  }
}
