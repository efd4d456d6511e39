package uk.onevoice.relationships.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.OpportunityBodies.WarningOf;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.opportunity.Citation;
import uk.onevoice.relationships.domain.opportunity.Conversations;
import uk.onevoice.relationships.domain.opportunity.Credit;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Opened;
import uk.onevoice.relationships.domain.opportunity.Opportunity.Outcome;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityOpened;
import uk.onevoice.relationships.domain.opportunity.OpportunityId;
import uk.onevoice.relationships.domain.opportunity.OpportunityKind;
import uk.onevoice.relationships.domain.opportunity.Result;
import uk.onevoice.relationships.domain.opportunity.Side;
import uk.onevoice.service.command.ListedTopics;
import uk.onevoice.service.command.Today;
import uk.onevoice.vault.TypedWords;

/** Opportunities as those read them who are let in, and as others read them after the result. */
@ApplicationScoped
class OpportunityViews {
  private final TypedWords words;
  private final ListedTopics topics;
  private final OpportunityFacts facts;
  private final Today today;

  OpportunityViews(TypedWords words, ListedTopics topics, OpportunityFacts facts, Today today) {
    this.words = words;
    this.topics = topics;
    this.facts = facts;
    this.today = today;
  }

  /** Where it stands. */
  enum Stand {
    OPENED,
    INTEREST,
    SUBMITTED,
    AWARDED,
    LOST,
    WITHDRAWN
  }

  /**
   * @param title null where it is not to be shown
   * @param since the day of the last step, or of the opening
   */
  record Line(
      OpportunityId opportunityId,
      PlaceId placeId,
      OpportunityKind kind,
      @Nullable String title,
      UUID topicId,
      @Nullable String topicNow,
      LocalDate openedOn,
      Stand stand,
      LocalDate since) {}

  record BidderView(OrganisationId organisationId, Side side) {}

  /**
   * @param holdsRole whether the person still holds a role at the organisation they are named for
   */
  record PersonView(PersonId personId, OrganisationId organisationId, boolean holdsRole) {}

  record ConflictView(PersonId personId, OrganisationId organisationId) {}

  /**
   * What all sides of the bid read.
   *
   * @param side of the caller
   * @param provisional whether it went out without a mandate that covers it; null before that
   */
  record Bid(
      Side side,
      List<BidderView> bidders,
      @Nullable OrganisationId hostId,
      @Nullable OrganisationId leadId,
      List<PersonView> people,
      @Nullable LocalDate interestOn,
      @Nullable LocalDate submittedOn,
      @Nullable Boolean provisional) {}

  record FirstTalk(
      SlotId slotId,
      OrganisationId organisationId,
      LocalDate on,
      boolean onTopic,
      long daysBefore,
      boolean recordedAfter) {
    static FirstTalk of(Conversations.First first) {
      return new FirstTalk(
          first.talk().slotId(),
          first.talk().organisationId(),
          first.talk().on(),
          first.onTopic(),
          first.daysBefore(),
          first.recordedAfter());
    }
  }

  record Before(
      List<FirstTalk> first, int talksBefore, @Nullable Long daysBefore, boolean onTopic) {}

  /**
   * What general practice's side alone reads.
   *
   * @param lacks what the cited mandate lacks today; empty where none is cited
   */
  record Ours(
      @Nullable UUID mandateId,
      Set<Citation.Lack> lacks,
      List<OrganisationId> competitorIds,
      List<ConflictView> conflicts,
      List<WarningOf> warnings,
      Before before,
      List<Credit> credits) {}

  /** What everybody may know of a contract that was given. */
  record Award(@Nullable OrganisationId hostId, @Nullable OrganisationId leadId) {}

  /**
   * One opportunity.
   *
   * @param award null where it was not awarded
   * @param bid null for who is not named
   * @param ours null for who is not named for general practice
   */
  record Whole(
      @JsonUnwrapped Line line, @Nullable Award award, @Nullable Bid bid, @Nullable Ours ours) {}

  List<Line> lines(Collection<Opened> opportunities) {
    Map<WordsRef, String> titles =
        words.read(opportunities.stream().map(Opened::titleRef).toList());
    return opportunities.stream().map(each -> line(each, titles)).toList();
  }

  Whole forNamed(Opened opened, Side side) {
    return new Whole(
        line(opened), award(opened), bid(opened, side), side == Side.GP ? ours(opened) : null);
  }

  /** What is left of the wall after the result: what it was, and how it ended. */
  Whole afterResult(Opened opened) {
    return new Whole(line(opened), award(opened), null, null);
  }

  private Line line(Opened opened) {
    return line(opened, words.read(List.of(opened.titleRef())));
  }

  private Line line(Opened opened, Map<WordsRef, String> titles) {
    OpportunityOpened opening = opened.opening();
    return new Line(
        opening.opportunityId(),
        opening.placeId(),
        opening.kind(),
        titles.get(opened.titleRef()),
        opening.topicId(),
        topics.labelNow(opening.topicId()),
        opening.on(),
        stand(opened),
        opened.lastDay());
  }

  private static Stand stand(Opened opened) {
    @Nullable Outcome outcome = opened.outcome();
    if (outcome != null) {
      return switch (outcome.result()) {
        case AWARDED -> Stand.AWARDED;
        case LOST -> Stand.LOST;
        case WITHDRAWN -> Stand.WITHDRAWN;
      };
    }
    return opened.submission() != null
        ? Stand.SUBMITTED
        : opened.interestOn() != null ? Stand.INTEREST : Stand.OPENED;
  }

  private static @Nullable Award award(Opened opened) {
    return opened.outcome() != null && opened.outcome().result() == Result.AWARDED
        ? new Award(opened.host(), opened.lead())
        : null;
  }

  private Bid bid(Opened opened, Side side) {
    return new Bid(
        side,
        opened.bidders().entrySet().stream()
            .map(each -> new BidderView(each.getKey(), each.getValue()))
            .toList(),
        opened.host(),
        opened.lead(),
        opened.people().entrySet().stream()
            .map(each ->
                new PersonView(
                    facts.standing(each.getKey()),
                    each.getValue(),
                    facts.holdsRoleAt(each.getKey(), each.getValue())))
            .toList(),
        opened.interestOn(),
        opened.submission() == null ? null : opened.submission().on(),
        opened.submission() == null ? null : opened.submission().provisional());
  }

  private Ours ours(Opened opened) {
    Conversations conversations = facts.conversations(opened);
    return new Ours(
        opened.cited(),
        opened.cited() == null
            ? Set.of()
            : facts.citation(opened.cited(), opened.opening(), today.get()).lacks(),
        List.copyOf(opened.competitors()),
        opened.people().keySet().stream()
            .flatMap(person ->
                facts.conflicts(person, opened.competitors()).stream()
                    .map(competitor -> new ConflictView(facts.standing(person), competitor)))
            .toList(),
        facts.warnings(opened),
        new Before(
            conversations.first().stream().map(FirstTalk::of).toList(),
            conversations.talksBefore(),
            conversations.daysBefore(),
            conversations.onTopic()),
        List.copyOf(opened.credits()));
  }
}
