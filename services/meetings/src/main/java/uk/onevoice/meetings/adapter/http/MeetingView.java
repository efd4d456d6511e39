package uk.onevoice.meetings.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.http.MeetingBodies.Attendance;
import uk.onevoice.meetings.domain.Capacity;
import uk.onevoice.meetings.domain.Influence;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.Stance;
import uk.onevoice.meetings.domain.TitleRef;
import uk.onevoice.meetings.domain.Topic;
import uk.onevoice.service.command.ListedTopics;

/** One meeting with its items in the order of the agenda, and who was there. */
record MeetingView(
    @JsonUnwrapped MeetingTerms terms, List<ItemView> items, List<Attendance> attendances) {

  /**
   * @param title null when it has been erased or is restricted
   * @param topic what it was about in the words of the day it was added
   * @param topicId the topic of the ICS's list, null where it names none of it
   * @param topicNow what that topic, or the one it went on in, is called today
   */
  record ItemView(
      ItemId itemId,
      @Nullable Label title,
      Topic topic,
      @Nullable UUID topicId,
      @Nullable String topicNow,
      @Nullable Stance position,
      @Nullable Outcome outcome,
      @Nullable AssessmentView influence) {
    static ItemView of(
        Item item,
        @Nullable Label title,
        @Nullable String topicNow,
        UnaryOperator<PersonId> standing) {
      return switch (item.result()) {
        case Item.Undecided _ -> of(item, title, topicNow, null, null);
        case Item.Decided(var outcome, var assessment) ->
            of(item, title, topicNow, outcome, AssessmentView.of(assessment, standing));
      };
    }

    private static ItemView of(
        Item item,
        @Nullable Label title,
        @Nullable String topicNow,
        @Nullable Outcome outcome,
        @Nullable AssessmentView assessment) {
      return new ItemView(
          item.itemId(),
          title,
          item.topic(),
          item.topicId(),
          topicNow,
          item.position(),
          outcome,
          assessment);
    }
  }

  /**
   * How far the outcome came from general practice.
   *
   * @param counts false for a claim that nobody else has confirmed
   */
  record AssessmentView(
      Influence influence, PersonId assessedBy, @Nullable PersonId confirmedBy, boolean counts) {
    static @Nullable AssessmentView of(
        Item.Assessment assessment, UnaryOperator<PersonId> standing) {
      return switch (assessment) {
        case Item.NotAssessed _ -> null;
        case Item.Assessed(var influence, var by) ->
            new AssessmentView(influence, standing.apply(by), null, !influence.isClaim());
        case Item.Confirmed(var influence, var by, var confirmedBy) ->
            new AssessmentView(influence, standing.apply(by), standing.apply(confirmedBy), true);
      };
    }
  }

  /**
   * @param standing who stands for a person whose record was merged away
   */
  static MeetingView of(
      Scheduled meeting,
      Map<TitleRef, Label> titles,
      ListedForums forums,
      ListedTopics topics,
      UnaryOperator<PersonId> standing) {
    // Who was written down under two records was there once.
    var present = new LinkedHashMap<PersonId, Capacity>();
    meeting
        .attendance()
        .forEach((person, capacity) -> present.put(standing.apply(person), capacity));
    return new MeetingView(
        MeetingTerms.of(meeting, forums),
        meeting.items().values().stream()
            .map(item ->
                ItemView.of(
                    item, titles.get(item.titleRef()), topics.labelNow(item.topicId()), standing))
            .toList(),
        present.entrySet().stream()
            .map(entry -> new Attendance(entry.getKey(), entry.getValue()))
            .toList());
  }
}
