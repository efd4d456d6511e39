package uk.onevoice.meetings.adapter.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Directory;
import uk.onevoice.meetings.adapter.calendar.CalendarText;
import uk.onevoice.meetings.adapter.calendar.CalendarText.Ask;
import uk.onevoice.meetings.adapter.mail.MailQueue.Asked;
import uk.onevoice.meetings.adapter.mail.MailQueue.Due;
import uk.onevoice.meetings.adapter.store.Diary;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;
import uk.onevoice.service.command.Today;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;

/**
 * Keeps the mailboxes of people who sit in meetings up to date. What a mailbox should know is
 * compared with what it was last told, so that no message goes twice however often the log is read;
 * a crash between sending and noting it may, and the receiver knows the second by its UID and
 * sequence.
 */
@ApplicationScoped
public class CalendarMail {
  private static final Logger LOG = Logger.getLogger(CalendarMail.class);
  private static final int DAYS_AHEAD = 800;
  private static final int MOST_AT_ONCE = 200;
  private static final String SUBJECT = "System meeting – see OneVoice";

  private final MailQueue queue;
  private final MailAddresses addresses;
  private final Diary diary;
  private final Directory directory;
  private final Vault vault;
  private final Mailer mailer;
  private final Today today;
  private final Clock clock;
  private final CalendarText text;
  private final URI site;
  private final String from;
  private final long everySeconds;
  private final boolean sends;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("calendar-mail").factory());

  CalendarMail(
      MailQueue queue,
      MailAddresses addresses,
      Diary diary,
      Directory directory,
      Vault vault,
      Mailer mailer,
      Today today,
      Clock clock,
      @ConfigProperty(name = "onevoice.site", defaultValue = "http://localhost:8080") URI site,
      @ConfigProperty(name = "quarkus.mailer.from", defaultValue = "onevoice@localhost")
          String from,
      @ConfigProperty(name = "onevoice.mail.every-seconds", defaultValue = "20") long everySeconds,
      @ConfigProperty(name = "onevoice.mail.sends", defaultValue = "false") boolean sends) {
    this.queue = queue;
    this.addresses = addresses;
    this.diary = diary;
    this.directory = directory;
    this.vault = vault;
    this.mailer = mailer;
    this.today = today;
    this.clock = clock;
    this.text = new CalendarText(site);
    this.site = site;
    this.from = from;
    this.everySeconds = everySeconds;
    this.sends = sends;
  }

  void start(@Observes StartupEvent start) {
    if (sends) {
      rounds.scheduleWithFixedDelay(this::round, everySeconds, everySeconds, TimeUnit.SECONDS);
    }
  }

  void stop(@Observes ShutdownEvent stop) {
    rounds.shutdownNow();
  }

  private void round() {
    try {
      tell();
    } catch (SQLException | RuntimeException failed) {
      if (!rounds.isShutdown()) {
        LOG.warnf(failed, "round will be tried again round=calendar-mail");
      }
    }
  }

  /** Somebody's address was confirmed: they are told of what is to come in the next round. */
  public void lookAgain() {
    queue.lookAgain();
  }

  /** One round: queues what has changed, and sends what is due. */
  public void tell() throws SQLException {
    LocalDate day = today.get();
    queue.whenMoved(day, connection -> queueAll(connection, day));
    for (int sent = 0; sent < MOST_AT_ONCE && queue.sendOne(clock.instant(), this::send); sent++) {
      // Each in a transaction of its own.
    }
  }

  private void queueAll(Connection connection, LocalDate day) throws SQLException {
    LocalDate before = day.plusDays(DAYS_AHEAD);
    for (PersonId person : MailQueue.mailboxes(connection)) {
      Map<MeetingId, Asked> asked = MailQueue.asked(connection, person);
      List<UUID> records = records(person);
      Set<MeetingId> standIns = diary.standInsOf(records, day, before);
      var sitting = new HashSet<MeetingId>();
      for (Diary.Entry meeting : diary.calendarOf(records, day, before)) {
        sitting.add(meeting.meetingId());
        var now =
            new Asked(
                meeting.cancelled() ? Ask.CANCEL : Ask.REQUEST,
                meeting.sequence(),
                standIns.contains(meeting.meetingId()));
        @Nullable Asked last = asked.get(meeting.meetingId());
        if (isNews(now, last)) {
          MailQueue.ask(connection, person, meeting, now, clock.instant());
        } else if (last != null && last.standsIn() == null) {
          MailQueue.note(connection, person, meeting.meetingId(), now);
        }
      }
      for (Map.Entry<MeetingId, Asked> each : asked.entrySet()) {
        if (!sitting.contains(each.getKey()) && each.getValue().ask() == Ask.REQUEST) {
          takeBack(connection, person, each.getKey(), day);
        }
      }
    }
  }

  /**
   * Nobody is told that something is cancelled of which they never heard. Who stood in and sits
   * there now is asked again, and who sat and stands in.
   */
  private static boolean isNews(Asked now, @Nullable Asked last) {
    if (last == null) {
      return now.ask() == Ask.REQUEST;
    }
    boolean otherPart = last.standsIn() != null && !last.standsIn().equals(now.standsIn());
    return last.ask() != now.ask()
        || last.sequence() < now.sequence()
        || (otherPart && now.ask() == Ask.REQUEST);
  }

  /** They no longer sit there; a meeting that has been stays in their calendar. */
  private void takeBack(Connection connection, PersonId person, MeetingId meeting, LocalDate day)
      throws SQLException {
    Optional<Diary.Entry> entry = diary.meeting(meeting).filter(each -> !each.on().isBefore(day));
    if (entry.isPresent()) {
      var gone = new Asked(Ask.CANCEL, entry.get().sequence(), null);
      MailQueue.ask(connection, person, entry.get(), gone, clock.instant());
    }
  }

  private List<UUID> records(PersonId person) {
    return directory.records(new uk.onevoice.directory.PersonId(person.value())).stream()
        .map(uk.onevoice.directory.PersonId::value)
        .toList();
  }

  private void send(Due due) {
    if (due.meetingId() == null) {
      addresses.any(due.person()).ifPresent(to -> confirm(due, to));
      return;
    }
    Optional<String> address = addresses.confirmed(due.person());
    Optional<Diary.Entry> meeting = diary.meeting(due.meetingId());
    if (address.isPresent() && meeting.isPresent()) {
      invite(due, meeting.get(), address.get());
    }
  }

  private void confirm(Due due, String to) {
    @Nullable UUID words = due.wordsRef();
    if (words == null) {
      return;
    }
    @Nullable String code = vault.read(List.of(new VaultRef(words))).get(new VaultRef(words));
    if (code != null) {
      deliver(
          Mail.withText(
              to,
              "Confirm your address for OneVoice",
              """
              Somebody, we hope you, asked OneVoice to send invitations to meetings here.
              Sign in at %s and enter this code: %s
              If it was not you, do nothing: no more messages will come.
              """
                  .formatted(site, code)));
    }
  }

  private void invite(Due due, Diary.Entry meeting, String to) {
    Ask ask = Ask.valueOf(due.ask());
    boolean standsIn = diary.standsIn(meeting.meetingId(), records(due.person()));
    String calendar = text.invitation(meeting, ask, from, to, standsIn, clock.instant());
    String what =
        switch (ask) {
          case REQUEST -> {
            if (due.sequence() > 0) {
              yield "A meeting was changed.";
            }
            yield standsIn ? "You stand in at a meeting, if needed." : "You sit in a meeting.";
          }
          case CANCEL -> "A meeting was taken out of your calendar.";
        };
    deliver(
        Mail.withText(to, SUBJECT, what + " Sign in at " + site + " to see which.\n")
            .addAttachment(
                "meeting.ics",
                calendar.getBytes(StandardCharsets.UTF_8),
                "text/calendar; charset=utf-8; method=" + ask));
  }

  private void deliver(Mail mail) {
    mailer.send(mail.setFrom(from));
  }
}
