package uk.onevoice.meetings.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.http.AttendanceViews.Attended;
import uk.onevoice.meetings.adapter.http.AttendanceViews.PartnerAttended;
import uk.onevoice.meetings.domain.Agreement;
import uk.onevoice.meetings.domain.Influence;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PresenceMark;
import uk.onevoice.meetings.domain.SameWithoutUs;
import uk.onevoice.meetings.domain.Stance;
import uk.onevoice.meetings.domain.Topic;

/** One meeting with its items in the order of the agenda, and who was there. */
record MeetingView(
    @JsonUnwrapped MeetingTerms terms,
    List<ItemView> items,
    List<Attended> attendances,
    List<PartnerAttended> partners,
    @Nullable Closed closed,
    List<AmendmentView> amendments) {

  /** How far general practice got; each takes in the ones before it. */
  enum ReachView {
    NOT_THERE,
    PRESENT,
    SPOKE,
    POSITION_PUT
  }

  /**
   * @param title null when it has been erased or is restricted
   * @param topic what it was about in the words of the day it was added
   * @param topicId the topic of the ICS's list, null where it names none of it
   * @param topicNow what that topic, or the one it went on in, is called today
   * @param concerns the organisations that it is about
   * @param helpedBy the organisations that helped what general practice asked for
   */
  record ItemView(
      ItemId itemId,
      @Nullable Label title,
      Topic topic,
      @Nullable UUID topicId,
      @Nullable String topicNow,
      List<OrganisationId> concerns,
      @Nullable ReachView reach,
      @Nullable Stance position,
      @Nullable PresenceMark mark,
      @Nullable Outcome outcome,
      @Nullable AgreementView agreement,
      @Nullable AssessmentView influence,
      @Nullable SameWithoutUs sameWithoutUs,
      List<OrganisationId> helpedBy) {}

  /**
   * That somebody agreed for general practice.
   *
   * @param standing what it is worth now, whatever it was when it was entered
   */
  record AgreementView(
      ItemId itemId,
      Agreement.Standing standing,
      @Nullable UUID invocationId,
      @Nullable UUID mandateId,
      List<Agreement.Outside> outside) {}

  /**
   * How far the outcome came from general practice.
   *
   * @param counts false for a claim that nobody else has confirmed, and for what is disputed
   */
  record AssessmentView(
      Influence influence,
      PersonId assessedBy,
      @Nullable PersonId confirmedBy,
      boolean counts,
      @Nullable String evidence,
      boolean hasEvidence,
      @Nullable DisputeView dispute) {}

  /**
   * @param reason null for who may not see it, and when it has been erased
   */
  record DisputeView(PersonId disputedBy, @Nullable String reason) {}

  record Closed(LocalDate on, PersonId closedBy) {}

  record AmendmentView(
      UUID amendmentId,
      LocalDate on,
      PersonId amendedBy,
      @Nullable String reason,
      List<ItemId> itemIds,
      boolean attendance) {}
}
