package uk.onevoice.meetings.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.briefing.Call.Contact;

/** Asks this service's copy of who keeps in touch with whom: facts, and no judgement. */
@ApplicationScoped
public class KnownContacts {
  private final DataSource database;

  KnownContacts(DataSource database) {
    this.database = database;
  }

  /**
   * A conversation on a topic.
   *
   * @param organisationId with whom
   */
  public record Conversation(LocalDate on, OrganisationId organisationId) {}

  /**
   * How general practice of the place keeps in touch with each organisation that a slot of it
   * names, over all of its slots for it.
   *
   * @param today relationships that were closed by then count no more
   */
  public Map<OrganisationId, Contact> ofPlace(PlaceId place, LocalDate today) {
    Map<OrganisationId, Contact> contacts = new LinkedHashMap<>();
    Query.all(
            database,
            "The copy of contacts",
            """
            select slot.organisation_id,
              (select max(contact."on") from known_contact contact
                join known_slot its on its.slot_id = contact.slot_id
                where its.place_id = slot.place_id
                  and its.organisation_id = slot.organisation_id and contact.two_way),
              (select count(distinct live.holder_id) from known_relationship live
                join known_slot its on its.slot_id = live.slot_id
                where its.place_id = slot.place_id
                  and its.organisation_id = slot.organisation_id
                  and (live.closed_on is null or live.closed_on > ?))
            from known_slot slot where slot.place_id = ?
            group by slot.place_id, slot.organisation_id order by slot.organisation_id\
            """,
            row ->
                Map.entry(
                    new OrganisationId(row.getString(1)),
                    new Contact(row.getObject(2, LocalDate.class), row.getInt(3))),
            today,
            place.value())
        .forEach(entry -> contacts.put(entry.getKey(), entry.getValue()));
    return contacts;
  }

  /** Conversations of the place in which both sides spoke about one of these topics. */
  public List<Conversation> about(PlaceId place, List<UUID> topics) {
    return Query.all(
        database,
        "The copy of contacts",
        """
        select contact."on", slot.organisation_id from known_contact contact
        join known_slot slot on slot.slot_id = contact.slot_id
        where slot.place_id = ? and contact.topic_id = any (?::uuid[]) and contact.two_way
        order by contact."on", slot.organisation_id\
        """,
        row ->
            new Conversation(
                row.getObject(1, LocalDate.class), new OrganisationId(row.getString(2))),
        place.value(),
        topics.stream().map(UUID::toString).toArray(String[]::new));
  }
}
