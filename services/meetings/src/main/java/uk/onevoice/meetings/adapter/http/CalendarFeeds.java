package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.onevoice.directory.Directory;
import uk.onevoice.directory.Role;
import uk.onevoice.meetings.adapter.calendar.CalendarText;
import uk.onevoice.meetings.adapter.store.Calendars;
import uk.onevoice.meetings.adapter.store.Calendars.Kept;
import uk.onevoice.meetings.adapter.store.Diary;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.security.Actor;
import uk.onevoice.security.Permissions;
import uk.onevoice.security.PlaceAuthority;
import uk.onevoice.service.command.Today;

/** What a calendar has in it, for as long as its maker may read that. */
@ApplicationScoped
class CalendarFeeds {
  private static final int DAYS_BACK = 90;
  private static final int DAYS_AHEAD = 800;

  private final Calendars calendars;
  private final Diary diary;
  private final Directory directory;
  private final PlaceAuthority authority;
  private final Today today;
  private final CalendarText text;
  private final Role[] readers;

  CalendarFeeds(
      Calendars calendars,
      Diary diary,
      Directory directory,
      PlaceAuthority authority,
      Today today,
      @ConfigProperty(name = "onevoice.site", defaultValue = "http://localhost:8080") URI site) {
    this.calendars = calendars;
    this.diary = diary;
    this.directory = directory;
    this.authority = authority;
    this.today = today;
    this.text = new CalendarText(site);
    this.readers =
        Permissions.load().row("listMeetings").orElseThrow().roles().toArray(Role[]::new);
  }

  /** The calendar that this secret opens; empty where it opens none, or no longer. */
  Optional<String> opened(String secret) {
    LocalDate day = today.get();
    return calendars
        .opened(secret)
        .filter(kept -> kept.placeId() == null || mayRead(kept, day))
        .map(kept -> {
          calendars.wasRead(kept.id(), day);
          LocalDate from = day.minusDays(DAYS_BACK);
          LocalDate before = day.plusDays(DAYS_AHEAD);
          return text.feed(meetings(kept, from, before), standIns(kept, from, before));
        });
  }

  /** Nobody chooses a capacity here: each that its maker holds today counts. */
  private boolean mayRead(Kept kept, LocalDate day) {
    var person = new uk.onevoice.directory.PersonId(kept.person().value());
    var maker = new Actor.PersonActor(person, directory.holdings(person, day), null);
    var place = new uk.onevoice.directory.PlaceId(Objects.requireNonNull(kept.placeId()));
    return authority.holdingIn(place, maker, readers).isPresent();
  }

  private List<Diary.Entry> meetings(Kept kept, LocalDate from, LocalDate before) {
    return switch (kept.kind()) {
      case MINE -> diary.calendarOf(records(kept.person()), from, before);
      case PLACE -> diary.ofPlaceFrom(placeOf(kept), from);
      case FORUM -> diary.ofForumFrom(Objects.requireNonNull(kept.about()), placeOf(kept), from);
    };
  }

  private Set<MeetingId> standIns(Kept kept, LocalDate from, LocalDate before) {
    return kept.kind() == Calendars.Kind.MINE
        ? diary.standInsOf(records(kept.person()), from, before)
        : Set.of();
  }

  private static PlaceId placeOf(Kept kept) {
    return new PlaceId(Objects.requireNonNull(kept.placeId()));
  }

  List<UUID> records(PersonId person) {
    return directory.records(new uk.onevoice.directory.PersonId(person.value())).stream()
        .map(uk.onevoice.directory.PersonId::value)
        .toList();
  }
}
