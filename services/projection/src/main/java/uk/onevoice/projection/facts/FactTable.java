package uk.onevoice.projection.facts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of facts: its name, the columns of its key, and what its rows say. Rows of one key come
 * from one stream.
 */
record FactTable<V extends FactValue>(String name, List<String> key, Class<V> value) {
  static final FactTable<FactValue.Organisation> ORGANISATION =
      new FactTable<>(
          "organisation_fact", List.of("organisation_id"), FactValue.Organisation.class);
  static final FactTable<FactValue.Open> OPEN =
      new FactTable<>("organisation_open_fact", List.of("organisation_id"), FactValue.Open.class);
  static final FactTable<FactValue.Listing> LISTING =
      new FactTable<>("listing_fact", List.of("practice_id"), FactValue.Listing.class);
  static final FactTable<FactValue.Affiliation> AFFILIATION =
      new FactTable<>("affiliation_fact", List.of("affiliation_id"), FactValue.Affiliation.class);
  static final FactTable<FactValue.ListSize> LIST_SIZE =
      new FactTable<>("list_size_fact", List.of("practice_id", "month"), FactValue.ListSize.class);
  static final FactTable<FactValue.Place> PLACE =
      new FactTable<>("place_fact", List.of("place_id"), FactValue.Place.class);
  static final FactTable<FactValue.LeadershipGroup> LEADERSHIP_GROUP =
      new FactTable<>(
          "leadership_group_fact", List.of("group_id"), FactValue.LeadershipGroup.class);
  static final FactTable<FactValue.Forum> FORUM =
      new FactTable<>("forum_fact", List.of("forum_id"), FactValue.Forum.class);
  static final FactTable<FactValue.ForumEnd> FORUM_END =
      new FactTable<>("forum_end_fact", List.of("forum_id"), FactValue.ForumEnd.class);
  static final FactTable<FactValue.RoleHolding> ROLE =
      new FactTable<>("role_fact", List.of("role_holding_id"), FactValue.RoleHolding.class);
  static final FactTable<FactValue.PersonMerger> PERSON_MERGER =
      new FactTable<>("person_merger_fact", List.of("person_id"), FactValue.PersonMerger.class);
  static final FactTable<FactValue.Succession> SUCCESSION =
      new FactTable<>(
          "succession_fact", List.of("organisation_id", "day"), FactValue.Succession.class);
  static final FactTable<FactValue.Topic> TOPIC =
      new FactTable<>("topic_fact", List.of("topic_id"), FactValue.Topic.class);
  static final FactTable<FactValue.TopicMerger> TOPIC_MERGER =
      new FactTable<>("topic_merger_fact", List.of("topic_id"), FactValue.TopicMerger.class);
  static final FactTable<FactValue.Mandate> MANDATE =
      new FactTable<>("mandate_fact", List.of("mandate_id"), FactValue.Mandate.class);
  static final FactTable<FactValue.Consent> CONSENT =
      new FactTable<>(
          "consent_fact", List.of("mandate_id", "practice_id"), FactValue.Consent.class);
  static final FactTable<FactValue.Ambition> AMBITION =
      new FactTable<>("ambition_fact", List.of("agreement_id"), FactValue.Ambition.class);
  static final FactTable<FactValue.Ask> ASK =
      new FactTable<>("ask_fact", List.of("agreement_id", "ask_id"), FactValue.Ask.class);
  static final FactTable<FactValue.Position> POSITION =
      new FactTable<>("position_fact", List.of("position_id"), FactValue.Position.class);
  static final FactTable<FactValue.Meeting> MEETING =
      new FactTable<>("meeting_fact", List.of("meeting_id"), FactValue.Meeting.class);
  static final FactTable<FactValue.Item> ITEM =
      new FactTable<>("item_fact", List.of("meeting_id", "item_id"), FactValue.Item.class);
  static final FactTable<FactValue.Attendance> ATTENDANCE =
      new FactTable<>(
          "attendance_fact", List.of("meeting_id", "person_id"), FactValue.Attendance.class);
  static final FactTable<FactValue.PartnerAttendance> PARTNER_ATTENDANCE =
      new FactTable<>(
          "partner_attendance_fact",
          List.of("meeting_id", "organisation_id", "person_id"),
          FactValue.PartnerAttendance.class);
  static final FactTable<FactValue.Preparation> PREPARATION =
      new FactTable<>("preparation_fact", List.of("meeting_id"), FactValue.Preparation.class);
  static final FactTable<FactValue.PreAlignment> PRE_ALIGNMENT =
      new FactTable<>(
          "pre_alignment_fact", List.of("pre_alignment_id"), FactValue.PreAlignment.class);
  static final FactTable<FactValue.Feedback> FEEDBACK =
      new FactTable<>(
          "feedback_fact", List.of("meeting_id", "mandate_id"), FactValue.Feedback.class);
  static final FactTable<FactValue.FeedbackRead> FEEDBACK_READ =
      new FactTable<>(
          "feedback_read_fact",
          List.of("meeting_id", "mandate_id", "practice_id"),
          FactValue.FeedbackRead.class);
  static final FactTable<FactValue.Action> ACTION =
      new FactTable<>("action_fact", List.of("action_id"), FactValue.Action.class);
  static final FactTable<FactValue.Series> SERIES =
      new FactTable<>("series_fact", List.of("series_id"), FactValue.Series.class);
  static final FactTable<FactValue.Seat> SEAT =
      new FactTable<>("seat_fact", List.of("seat_id"), FactValue.Seat.class);
  static final FactTable<FactValue.Nomination> NOMINATION =
      new FactTable<>("nomination_fact", List.of("nomination_id"), FactValue.Nomination.class);
  static final FactTable<FactValue.Sessions> SESSIONS =
      new FactTable<>("sessions_fact", List.of("role_holding_id"), FactValue.Sessions.class);
  static final FactTable<FactValue.Slot> SLOT =
      new FactTable<>("slot_fact", List.of("slot_id"), FactValue.Slot.class);
  static final FactTable<FactValue.Relationship> RELATIONSHIP =
      new FactTable<>(
          "relationship_fact", List.of("relationship_id"), FactValue.Relationship.class);
  static final FactTable<FactValue.Contact> CONTACT =
      new FactTable<>("contact_fact", List.of("contact_id"), FactValue.Contact.class);
  static final FactTable<FactValue.SlotClass> SLOT_CLASS =
      new FactTable<>("slot_class_fact", List.of("slot_id"), FactValue.SlotClass.class);
  static final FactTable<FactValue.Commitment> COMMITMENT =
      new FactTable<>("commitment_fact", List.of("commitment_id"), FactValue.Commitment.class);
  static final FactTable<FactValue.JointGroup> JOINT_GROUP =
      new FactTable<>("joint_group_fact", List.of("group_id"), FactValue.JointGroup.class);
  static final FactTable<FactValue.JointMandate> JOINT_MANDATE =
      new FactTable<>("joint_mandate_fact", List.of("group_id"), FactValue.JointMandate.class);
  static final FactTable<FactValue.JointSeat> JOINT_SEAT =
      new FactTable<>("joint_seat_fact", List.of("group_id", "seat_id"), FactValue.JointSeat.class);
  static final FactTable<FactValue.JointIssue> JOINT_ISSUE =
      new FactTable<>(
          "joint_issue_fact", List.of("group_id", "issue_id"), FactValue.JointIssue.class);

  /** Those that say for which organisation a row was entered: evidence is made of them. */
  private static final Set<FactTable<?>> SAY_FOR_WHOM =
      Set.of(CONSENT, MEETING, ITEM, ATTENDANCE, FEEDBACK, SEAT, CONTACT, COMMITMENT, JOINT_GROUP);

  static final List<FactTable<?>> ALL =
      List.of(
          ORGANISATION,
          OPEN,
          LISTING,
          AFFILIATION,
          LIST_SIZE,
          PLACE,
          LEADERSHIP_GROUP,
          FORUM,
          FORUM_END,
          ROLE,
          PERSON_MERGER,
          SUCCESSION,
          TOPIC,
          TOPIC_MERGER,
          MANDATE,
          CONSENT,
          AMBITION,
          ASK,
          POSITION,
          MEETING,
          ITEM,
          ATTENDANCE,
          PARTNER_ATTENDANCE,
          PREPARATION,
          PRE_ALIGNMENT,
          FEEDBACK,
          FEEDBACK_READ,
          ACTION,
          SERIES,
          SEAT,
          NOMINATION,
          SESSIONS,
          SLOT,
          RELATIONSHIP,
          CONTACT,
          SLOT_CLASS,
          COMMITMENT,
          JOINT_GROUP,
          JOINT_SEAT,
          JOINT_MANDATE,
          JOINT_ISSUE);

  /** There is one of each name, and a batch looks thousands of times for them. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  /** Whether its rows say for which organisation they were entered. */
  boolean saysForWhom() {
    return SAY_FOR_WHOM.contains(this);
  }
}
