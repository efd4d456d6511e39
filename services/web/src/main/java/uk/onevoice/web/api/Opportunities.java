package uk.onevoice.web.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tenders and contracts, as the relationships service answers and is told. */
public interface Opportunities {
  /**
   * @param title null where it is not to be shown
   */
  record Line(
      String opportunityId,
      String placeId,
      String kind,
      @Nullable String title,
      @Nullable String topicNow,
      LocalDate openedOn,
      String stand,
      LocalDate since) {}

  record Listing(List<Line> items, @Nullable String next) {}

  /**
   * @param award null where it was not awarded
   * @param bid null for a reader who is not named
   * @param ours null for a reader who is not named for general practice
   */
  record Opportunity(
      String opportunityId,
      String placeId,
      String kind,
      @Nullable String title,
      @Nullable String topicNow,
      LocalDate openedOn,
      String stand,
      LocalDate since,
      @Nullable Award award,
      @Nullable Bid bid,
      @Nullable Ours ours) {}

  record Award(@Nullable String hostId, @Nullable String leadId) {}

  record Bid(
      List<Bidder> bidders,
      @Nullable String hostId,
      @Nullable String leadId,
      List<Named> people,
      @Nullable LocalDate interestOn,
      @Nullable LocalDate submittedOn,
      @Nullable Boolean provisional) {}

  record Bidder(String organisationId, String side) {}

  record Named(String personId, String organisationId, boolean holdsRole) {}

  record Ours(
      @Nullable String mandateId,
      List<String> lacks,
      List<String> competitorIds,
      List<Conflict> conflicts,
      List<Warning> warnings,
      Before before,
      List<Credit> credits) {}

  record Conflict(String personId, String organisationId) {}

  record Warning(String organisationId, String warning) {}

  record Before(List<Talk> first, int talksBefore, @Nullable Long daysBefore, boolean onTopic) {}

  record Talk(
      String slotId,
      String organisationId,
      LocalDate on,
      boolean onTopic,
      long daysBefore,
      boolean recordedAfter) {}

  record Credit(String slotId, String relationshipId) {}

  record OpenOpportunity(
      String placeId, String kind, String topicId, String title, LocalDate on, List<String> with) {}

  record Title(String title) {}

  record Organisation(String organisationId) {}

  record Person(String personId, String organisationId) {}

  record PersonGone(String personId) {}

  record Host(String hostId, @Nullable String leadId) {}

  record Mandate(String mandateId) {}

  record Step(String step, LocalDate on) {}

  record Result(String result, LocalDate on) {}

  record Correction(String step) {}
}
