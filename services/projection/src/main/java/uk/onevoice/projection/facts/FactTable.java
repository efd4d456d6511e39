package uk.onevoice.projection.facts;

import java.util.List;

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
  static final FactTable<FactValue.Slot> SLOT =
      new FactTable<>("slot_fact", List.of("slot_id"), FactValue.Slot.class);
  static final FactTable<FactValue.Relationship> RELATIONSHIP =
      new FactTable<>(
          "relationship_fact", List.of("relationship_id"), FactValue.Relationship.class);
  static final FactTable<FactValue.Contact> CONTACT =
      new FactTable<>("contact_fact", List.of("contact_id"), FactValue.Contact.class);

  static final List<FactTable<?>> ALL =
      List.of(
          ORGANISATION,
          OPEN,
          LISTING,
          AFFILIATION,
          LIST_SIZE,
          PLACE,
          LEADERSHIP_GROUP,
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
          SLOT,
          RELATIONSHIP,
          CONTACT);
}
