package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.meetings.adapter.store.KnownRelationships;
import uk.onevoice.meetings.adapter.store.PapersLog;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.Underpinning;
import uk.onevoice.meetings.domain.guests.Guests;
import uk.onevoice.meetings.domain.guests.GuestsCommand;
import uk.onevoice.meetings.domain.guests.GuestsEvent;
import uk.onevoice.meetings.domain.guests.GuestsRejection;
import uk.onevoice.security.Parts;

/** With which partners that were there for an item somebody of general practice kept in touch. */
@ApplicationScoped
class PartnersAtItems {
  private final CommandHandler<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guests;
  private final KnownRelationships relationships;
  private final AttendanceViews attendance;
  private final Parts parts;

  PartnersAtItems(
      CommandHandler<GuestsCommand, Guests, GuestsEvent, GuestsRejection> guests,
      KnownRelationships relationships,
      AttendanceViews attendance,
      Parts parts) {
    this.guests = guests;
    this.relationships = relationships;
    this.attendance = attendance;
    this.parts = parts;
  }

  /**
   * @param attended how many partner organisations were there for the item
   * @param withoutRelationship those with which nobody kept in touch on the day of the meeting
   */
  record PartnersThere(int attended, List<PartnerThere> withoutRelationship) {}

  /**
   * @param name what the registry calls it, null where it does not know it
   */
  record PartnerThere(OrganisationId organisationId, @Nullable String name) {}

  /** What a list says at each item. */
  interface Telling {
    @Nullable PartnersThere of(Scheduled meeting, ItemId item);
  }

  /** For one list of the place: at no item where the caller does not see its relationships. */
  Telling in(PlaceId place) {
    if (!parts.shows("item.relationships", MeetingDesk.inDirectory(place))) {
      return (_, _) -> null;
    }
    List<Underpinning.Kept> kept = relationships.ofPlace(place);
    Map<MeetingId, Guests> invited = new HashMap<>();
    return (meeting, item) -> {
      Guests ofMeeting =
          invited.computeIfAbsent(
              meeting.terms().meetingId(), id -> guests.current(PapersLog.guests(id)).state());
      return view(
          Underpinning.of(
              meeting.partnersThere().stream()
                  .filter(partner -> ofMeeting.isFor(partner, item))
                  .toList(),
              kept,
              meeting.terms().on()));
    };
  }

  private PartnersThere view(Underpinning underpinning) {
    return new PartnersThere(
        underpinning.attended(),
        underpinning.without().stream()
            .map(partner -> new PartnerThere(partner, attendance.name(partner)))
            .toList());
  }
}
