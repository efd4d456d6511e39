package uk.onevoice.seeds;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the demonstration holds, as {@code local.json} and {@code practices.csv} say it; the rest is
 * in files of the official layouts. People are named by their sign-ins, bodies by their names.
 *
 * @param ics ODS code of the ICB
 * @param files official files in the order in which they are imported
 * @param lmc name of the body that every practice belongs to
 * @param administrator name of who signed in first
 */
record Demonstration(
    String ics,
    List<OfficialFile> files,
    List<Body> bodies,
    List<Place> places,
    List<Neighbourhood> neighbourhoods,
    List<Purpose> purposes,
    String lmc,
    List<TrustSector> sectors,
    String administrator,
    List<Topic> topics,
    List<Forum> forums,
    List<Person> people,
    List<Group> groups,
    List<Mandate> mandates,
    List<SlotsOfPlace> slots,
    List<Meeting> meetings,
    List<SystemClient> clients) {
  private static final String FOLDER = "/demonstration/";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * A file in an official layout.
   *
   * @param release null where the file says it itself
   */
  record OfficialFile(String file, @Nullable LocalDate release) {
    byte[] content() {
      return bytes(file);
    }
  }

  record Body(String name, String kind, LocalDate start) {}

  /**
   * A place.
   *
   * @param federation name of the body that its practices may have joined, null when there is none
   */
  record Place(String name, LocalDate start, @Nullable String federation) {}

  /** A neighbourhood, with the practices from one code to another that lie in its place. */
  record Neighbourhood(String place, String name, LocalDate start, String first, String last) {
    boolean has(String practice) {
      return practice.compareTo(first) >= 0 && practice.compareTo(last) <= 0;
    }
  }

  /** What a federation is for, from a day on. */
  record Purpose(String body, LocalDate from, String purpose) {}

  record TrustSector(String trust, String sector) {}

  /**
   * A topic of the ICS's list.
   *
   * @param was what it was called before {@code since}, null when it has kept its name
   * @param mergedInto the topic in which it went on, null when it goes on itself
   */
  record Topic(
      String name, @Nullable String was, @Nullable LocalDate since, @Nullable String mergedInto) {}

  /**
   * A forum of the ICS's list.
   *
   * @param place the one it is for, null for the whole ICS
   * @param hours at which its meetings of the year before the load were
   */
  record Forum(
      String name,
      String level,
      @Nullable String owner,
      @Nullable String place,
      List<String> topics,
      @Nullable String remit,
      Hours hours) {}

  /** From when to when, by a clock in London. */
  record Hours(String start, String end) {}

  /**
   * A person.
   *
   * @param email of who wants to be shown to others, null for who does not
   * @param subject null for who never signs in
   */
  record Person(
      String user,
      String name,
      @Nullable String email,
      @Nullable String subject,
      List<Role> roles) {}

  /**
   * A role that a person holds.
   *
   * @param at name or ODS code of the body, null for a role that is held at none
   * @param end the first day after the last, null while it goes on
   * @param sessions funded half days a week from the start, null where nobody says
   * @param protectedHours null with the sessions
   */
  record Role(
      String role,
      @Nullable String at,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable Double sessions,
      @Nullable Double protectedHours) {}

  /**
   * A leadership group of a place, inside its federation, formed by {@code by}.
   *
   * @param terms as the API takes them
   * @param chair the role that whoever chairs it sits in, null where nobody does
   */
  record Group(
      String body,
      String place,
      String by,
      String federation,
      LocalDate start,
      JsonNode terms,
      @Nullable String chair,
      List<ReachedMilestone> milestones) {}

  record ReachedMilestone(String milestone, LocalDate on) {}

  /** A mandate that {@code by} asks for. Half-open: {@code end} is the first day after. */
  record Mandate(
      String place,
      String topic,
      String by,
      String holder,
      String holderRole,
      LocalDate start,
      LocalDate end) {}

  /**
   * The key relationships of a place.
   *
   * @param since how many days before the day of the load they were set
   */
  record SlotsOfPlace(String place, String by, String actingFor, int since, List<Slot> slots) {}

  /**
   * A key relationship of a place.
   *
   * @param holder null for a slot that stands empty
   * @param earlier how many days before the day of the load there were talks as well, the longest
   *     ago first; null where there were none
   * @param former who held it before; null where nobody did
   */
  record Slot(
      String kind,
      String organisation,
      @Nullable String holder,
      List<Contact> contacts,
      @Nullable List<Integer> earlier,
      @Nullable Former former) {
    /** In the order of their days. */
    List<Contact> talks(LocalDate day) {
      return Stream.concat(
              Objects.requireNonNullElse(earlier, List.<Integer>of()).stream()
                  .map(ago -> new Contact(day.minusDays(ago), "LISTENING", true, null)),
              contacts.stream())
          .sorted(Comparator.comparing(Contact::on))
          .toList();
    }
  }

  /** Who held a slot, until so many days before the day of the load. */
  record Former(String holder, String actingFor, int until) {}

  /**
   * A talk.
   *
   * @param topic of the ICS's list, null where it was about none of them
   */
  record Contact(LocalDate on, String kind, boolean twoWay, @Nullable String topic) {}

  /**
   * A meeting that {@code by} has entered; {@code confirmedBy} has confirmed what changed.
   *
   * @param prepared whether it is known what was talked about before, and what was not
   */
  record Meeting(
      String place,
      String forum,
      LocalDate on,
      String by,
      String confirmedBy,
      boolean prepared,
      List<Presence> present,
      List<Item> items) {
    /** Whether all that came of it is told, so that its record is closed. */
    boolean isAssessed() {
      return items.stream().allMatch(item -> item.influence() != null);
    }
  }

  /**
   * Somebody of general practice who was there.
   *
   * @param mandate topic of the place's mandate that a delegate names, null for nobody else and for
   *     a delegate who names none, whom the record keeps as an observer
   */
  record Presence(String person, String capacity, @Nullable String mandate) {}

  /**
   * An item of a meeting.
   *
   * @param beforehand the organisation with which it was agreed before the meeting, null for none
   * @param stance our position, null when none was put
   * @param influence what came of it for us, null when nobody has assessed it
   */
  record Item(
      String title,
      String topic,
      @Nullable String beforehand,
      @Nullable String stance,
      String outcome,
      @Nullable String influence) {
    boolean isClaim() {
      return "CHANGED".equals(influence) || "PARTLY".equals(influence);
    }
  }

  record SystemClient(
      String clientId, String organisation, String kind, @Nullable FeedApproval feed) {}

  /** That a system may hear the feed, as {@code by} says for the body. */
  record FeedApproval(String by, String body) {}

  /**
   * A line of {@code practices.csv}: where a practice belongs by local choice and what it answered.
   *
   * @param answer to its place's community services mandate, null when it has not answered
   * @param answeredOn null with the answer
   */
  record Practice(
      String code,
      String place,
      boolean inFederation,
      @Nullable String answer,
      @Nullable LocalDate answeredOn) {}

  static Demonstration read() {
    return read("local.json", Demonstration.class);
  }

  static <T> T read(String file, Class<T> what) {
    try {
      return JSON.readValue(bytes(file), what);
    } catch (IOException cause) {
      throw new UncheckedIOException(file + ": " + cause.getMessage(), cause);
    }
  }

  static List<Practice> practices() {
    return new String(bytes("practices.csv"), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(Demonstration::practice)
        .toList();
  }

  private static Practice practice(String line) {
    String[] cells = line.split(",", -1);
    return new Practice(
        cells[0],
        cells[1],
        cells[2].equals("yes"),
        cells[3].isEmpty() ? null : cells[3],
        cells[4].isEmpty() ? null : LocalDate.parse(cells[4]));
  }

  private static byte[] bytes(String file) {
    try (InputStream in = Demonstration.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("No " + FOLDER + file + " on the class path");
      }
      return in.readAllBytes();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
