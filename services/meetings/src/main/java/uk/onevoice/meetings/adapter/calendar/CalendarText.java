package uk.onevoice.meetings.adapter.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Clazz;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.adapter.store.Diary;
import uk.onevoice.meetings.domain.Hours;
import uk.onevoice.meetings.domain.MeetingId;

/**
 * Meetings as an iCalendar object of RFC 5545. Nothing in it tells what a meeting is about: a
 * calendar is copied to places that nobody here knows. The same meetings give the same text.
 */
public final class CalendarText {
  private static final String PRODUCT = "-//OneVoice//Meetings//EN";
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Duration READ_AGAIN = Duration.ofHours(1);

  /** The rules of London's clocks since 1996, which is as far back as a meeting here can be. */
  private static final VTimeZone CLOCKS =
      zone(
          """
          BEGIN:VCALENDAR
          VERSION:2.0
          PRODID:-//OneVoice//Meetings//EN
          BEGIN:VTIMEZONE
          TZID:Europe/London
          BEGIN:DAYLIGHT
          TZNAME:BST
          TZOFFSETFROM:+0000
          TZOFFSETTO:+0100
          DTSTART:19960331T010000
          RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
          END:DAYLIGHT
          BEGIN:STANDARD
          TZNAME:GMT
          TZOFFSETFROM:+0100
          TZOFFSETTO:+0000
          DTSTART:19961027T020000
          RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
          END:STANDARD
          END:VTIMEZONE
          END:VCALENDAR
          """);

  private final URI site;

  /**
   * @param site where people sign in; its host is that of the meetings' ids
   */
  public CalendarText(URI site) {
    this.site = site;
  }

  /** What a mailbox is asked to do with a meeting. */
  public enum Ask {
    REQUEST,
    CANCEL
  }

  /**
   * All these meetings, for a program that reads them again and again.
   *
   * @param standsIn those in which the reader only stands in: they keep no time free
   */
  public String feed(List<Diary.Entry> meetings, Set<MeetingId> standsIn) {
    var calendar = empty();
    calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), READ_AGAIN));
    meetings.forEach(meeting ->
        calendar.add(
            (CalendarComponent)
                event(meeting, standsIn.contains(meeting.meetingId()), meeting.changedAt())));
    return text(calendar);
  }

  /**
   * One meeting, for one mailbox, as iTIP has it (RFC 5546).
   *
   * @param standsIn whether the receiver only stands in
   * @param made when it is made: of two with the same sequence the later counts
   */
  public String invitation(
      Diary.Entry meeting, Ask ask, String from, String to, boolean standsIn, Instant made) {
    var calendar = empty();
    calendar.add(new Method(ask.name()));
    VEvent event = event(meeting, standsIn, made);
    event.add(new Organizer(URI.create("mailto:" + from)));
    event.add(attendee(to, standsIn));
    calendar.add((CalendarComponent) event);
    return text(calendar);
  }

  private static Calendar empty() {
    var calendar = new Calendar();
    calendar.add(new ProdId(PRODUCT));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add((CalendarComponent) CLOCKS);
    return calendar;
  }

  private static Attendee attendee(String to, boolean standsIn) {
    var address = URI.create("mailto:" + to);
    return standsIn
        ? new Attendee(new ParameterList(List.of(Role.OPT_PARTICIPANT)), address)
        : new Attendee(address);
  }

  private VEvent event(Diary.Entry meeting, boolean standsIn, Instant made) {
    var event = new VEvent(false);
    Instant changed = meeting.changedAt().truncatedTo(ChronoUnit.SECONDS);
    event.add(new Uid("meeting-" + meeting.meetingId().value() + "@" + site.getHost()));
    event.add(new DtStamp(made.truncatedTo(ChronoUnit.SECONDS)));
    event.add(new LastModified(changed));
    event.add(new Sequence(meeting.sequence()));
    event.add(
        new Summary(
            standsIn
                ? "System meeting, you stand in – see OneVoice"
                : "System meeting – see OneVoice"));
    if (standsIn) {
      event.add(new Transp(Transp.VALUE_TRANSPARENT));
    }
    event.add(new Url(site.resolve("/meetings/" + meeting.meetingId().value())));
    event.add(new Clazz(Clazz.VALUE_PRIVATE));
    event.add(new Status(meeting.cancelled() ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
    times(event, meeting);
    return event;
  }

  /** Without known hours, a meeting is on its day. */
  private static void times(VEvent event, Diary.Entry meeting) {
    @Nullable Hours hours = meeting.hours();
    if (hours == null) {
      event.add(new DtStart<>(meeting.on()));
      event.add(new DtEnd<>(meeting.on().plusDays(1)));
      return;
    }
    event.add(new DtStart<>(meeting.on().atTime(hours.start()).atZone(LONDON)));
    event.add(new DtEnd<>(meeting.on().atTime(hours.end()).atZone(LONDON)));
  }

  private static String text(Calendar calendar) {
    var text = new StringWriter();
    try {
      new CalendarOutputter(false).output(calendar, text);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    return text.toString();
  }

  private static VTimeZone zone(String text) {
    try {
      return new CalendarBuilder()
          .build(new StringReader(text.replace("\n", "\r\n")))
          .<VTimeZone>getComponent("VTIMEZONE")
          .orElseThrow();
    } catch (IOException | ParserException cause) {
      throw new IllegalStateException("The rules of London's clocks cannot be read.", cause);
    }
  }
}
