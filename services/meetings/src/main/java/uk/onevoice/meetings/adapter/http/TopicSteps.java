package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.store.BriefingLog;
import uk.onevoice.meetings.adapter.store.KnownContacts;
import uk.onevoice.meetings.adapter.store.KnownPositions;
import uk.onevoice.meetings.adapter.store.Sittings;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.Stance;
import uk.onevoice.meetings.domain.briefing.Briefing;
import uk.onevoice.meetings.domain.briefing.BriefingCommand;
import uk.onevoice.meetings.domain.briefing.BriefingEvent;
import uk.onevoice.meetings.domain.briefing.BriefingRejection;
import uk.onevoice.meetings.domain.briefing.PreAlignment;
import uk.onevoice.meetings.domain.topics.Step;
import uk.onevoice.meetings.domain.topics.Step.Kind;

/** Gathers how a topic of a place came to its decision, from all that is recorded of it here. */
@ApplicationScoped
class TopicSteps {
  private final CommandHandler<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> briefs;
  private final KnownContacts contacts;
  private final KnownPositions positions;
  private final Sittings sittings;

  TopicSteps(
      CommandHandler<BriefingCommand, Briefing, BriefingEvent, BriefingRejection> briefs,
      KnownContacts contacts,
      KnownPositions positions,
      Sittings sittings) {
    this.briefs = briefs;
    this.contacts = contacts;
    this.positions = positions;
    this.sittings = sittings;
  }

  /**
   * @param topics all ids under which the topic is spoken of
   */
  List<Step> of(PlaceId place, Set<UUID> topics) {
    List<Step> steps = new ArrayList<>();
    for (var talk : contacts.about(place, List.copyOf(topics))) {
      steps.add(outside(talk.on(), Kind.CONVERSATION, talk.organisationId()));
    }
    for (var step : positions.steps(place, List.copyOf(topics))) {
      switch (step.kind()) {
        case PROPOSED -> steps.add(outside(step.on(), Kind.POSITION_PROPOSED, step.bodyId()));
        case AGREED -> steps.add(outside(step.on(), Kind.POSITION_AGREED, step.bodyId()));
        case PUBLISHED -> steps.add(outside(step.on(), Kind.POSITION_PUBLISHED, step.bodyId()));
        case WITHDRAWN -> {
          // It led to no decision.
        }
      }
    }
    sittings.onTopics(topics).stream()
        .filter(meeting -> meeting.placeId().equals(place))
        .forEach(meeting -> of(meeting, topics, steps));
    steps.sort(Step.IN_TIME);
    return List.copyOf(steps);
  }

  private static Step outside(LocalDate on, Kind kind, OrganisationId organisation) {
    return new Step(on, kind, organisation, null, null, null, null, null, false);
  }

  private void of(Sittings.Known meeting, Set<UUID> topics, List<Step> steps) {
    Briefing briefing = briefs.current(BriefingLog.stream(meeting.meetingId())).state();
    for (Item item : meeting.items()) {
      if (item.topicId() == null || !topics.contains(item.topicId())) {
        continue;
      }
      for (PreAlignment talk : briefing.talksOn(item.itemId())) {
        steps.add(
            new Step(
                talk.on(),
                Kind.PRE_ALIGNMENT,
                talk.organisationId(),
                meeting.meetingId(),
                item.itemId(),
                null,
                null,
                talk.agreed(),
                !talk.recordedBefore(meeting.opens())));
      }
      steps.add(inMeeting(meeting, item, Kind.ITEM, null, null));
      if (item.position() != null) {
        steps.add(inMeeting(meeting, item, Kind.POSITION_PUT, item.position(), null));
      }
      @Nullable Outcome outcome = Sittings.outcome(item);
      if (outcome != null) {
        steps.add(inMeeting(meeting, item, Kind.OUTCOME, null, outcome));
      }
    }
  }

  private static Step inMeeting(
      Sittings.Known meeting,
      Item item,
      Kind kind,
      @Nullable Stance stance,
      @Nullable Outcome outcome) {
    return new Step(
        meeting.on(), kind, null, meeting.meetingId(), item.itemId(), stance, outcome, null, false);
  }
}
