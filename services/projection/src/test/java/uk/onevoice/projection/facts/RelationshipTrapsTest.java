package uk.onevoice.projection.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.onevoice.messaging.HeardEvent;

/** Where one day more, or one person more, makes a relationship another. */
class RelationshipTrapsTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
  private static final Instant KNOWN = Instant.parse("2027-01-01T00:00:00Z");
  private static final Instant START = Instant.parse("2025-05-01T09:00:00Z");
  private static FactDatabase database;

  private Story story = new Story(START);
  private int ids;

  @BeforeAll
  static void start() throws SQLException {
    database = FactDatabase.create();
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
  }

  @BeforeEach
  void slot() throws SQLException {
    database.clear();
    story = new Story(START);
    defined("a");
    opened("a", "nadia");
  }

  @ParameterizedTest(name = "{0} days ago: {1}")
  @CsvSource({
    "0, 1|0|0|0|0",
    "60, 1|0|0|0|60",
    "61, 0|1|0|0|61",
    "120, 0|1|0|0|120",
    "121, 0|0|1|0|121"
  })
  void the_days_since_the_last_talk_make_the_band(int ago, String bands) throws SQLException {
    talked("a", ago + 40, true);
    talked("a", ago, true);
    talked("a", 0, false);
    talked("a", -1, true);
    assertThat(rows("slot_staleness")).containsExactly(bands);
  }

  @Test
  void a_slot_without_a_talk_is_never_and_in_no_median() throws SQLException {
    assertThat(rows("slot_staleness")).containsExactly("0|0|0|1|null");
    defined("b");
    talked("b", 10, true);
    defined("c");
    talked("c", 15, true);
    assertThat(rows("slot_staleness")).containsExactly("2|0|0|1|13");
  }

  @Test
  void what_is_withdrawn_is_no_slot_from_its_day_on_and_no_talk() throws SQLException {
    talked("a", 10, true);
    ofSlot("a", "ContactWithdrawn", "relationshipId", "r1", "contactId", "t2");
    assertThat(rows("slot_staleness")).containsExactly("0|0|0|1|null");
    ofSlot("a", "SlotWithdrawn", "on", AS_OF.plusDays(1));
    assertThat(rows("slot_staleness")).containsExactly("0|0|0|1|null");
    ofSlot("a", "SlotWithdrawn", "on", AS_OF);
    assertThat(rows("slot_staleness")).containsExactly("0|0|0|0|null");
    defined("a");
    assertThat(rows("slot_staleness")).as("defined again").containsExactly("0|0|0|1|null");
  }

  @Test
  void a_class_holds_until_its_step_ends_and_is_not_rewritten_by_what_is_learnt_later()
      throws SQLException {
    assertThat(strength(AS_OF)).isEqualTo("UNKNOWN");
    classed(AS_OF.minusDays(100), "STRONG", AS_OF.minusDays(10), "SOME");
    assertThat(strength(AS_OF.minusDays(101))).isEqualTo("UNKNOWN");
    assertThat(strength(AS_OF.minusDays(11))).isEqualTo("STRONG");
    assertThat(strength(AS_OF.minusDays(10))).isEqualTo("SOME");
    classed(AS_OF.minusDays(5), "NONE", AS_OF.plusDays(1), "UNKNOWN");
    assertThat(strength(AS_OF.minusDays(11))).isEqualTo("STRONG");
    assertThat(strength(AS_OF.minusDays(6))).isEqualTo("SOME");
    assertThat(strength(AS_OF)).isEqualTo("NONE");
    assertThat(strength(AS_OF.plusDays(1))).isEqualTo("UNKNOWN");
    story.say("relationships", "subject-x", "SubjectErased", "subjectId", "x");
    assertThat(strength(AS_OF.minusDays(11))).as("after erasure").isEqualTo("STRONG");
  }

  @Test
  void a_slot_that_nobody_holds_is_of_no_known_strength() throws SQLException {
    classed(AS_OF.minusDays(100), "STRONG", AS_OF.plusDays(100), "SOME");
    ofSlot("a", "RelationshipClosed", "relationshipId", "r1", "on", AS_OF);
    assertThat(strength(AS_OF.minusDays(1))).isEqualTo("STRONG");
    assertThat(strength(AS_OF)).isEqualTo("UNKNOWN");
  }

  @Test
  void what_hangs_on_one_person_is_what_they_alone_hold_and_what_they_alone_keep_up()
      throws SQLException {
    talked("a", 90, true);
    defined("b");
    opened("b", "nadia");
    opened("b", "nadia");
    opened("b", "owen");
    talk("b", "r2", 5, true);
    defined("stale");
    opened("stale", "owen");
    talked("stale", 91, true);
    assertThat(rows("single_points")).containsExactly("3|2|1");
    assertThat(rows("loss_test")).containsExactly("nadia|1|0", "owen|0|2");
  }

  @ParameterizedTest(name = "due {0} days ago: counted {1}")
  @CsvSource({"0, 0", "1, 1", "365, 1", "366, 0"})
  void a_promise_is_due_once_its_last_day_is_over_and_for_a_year(int ago, int counted)
      throws SQLException {
    promised("p", "OURS", AS_OF.minusDays(ago));
    assertThat(rows("commitments_kept"))
        .containsExactly("OURS|%d|0|%d".formatted(counted, counted), "THEIRS|0|0|0");
  }

  @Test
  void a_promise_is_kept_from_the_day_it_was_and_one_by_mistake_never_was() throws SQLException {
    LocalDate due = AS_OF.minusDays(20);
    promised("p", "THEIRS", due);
    ofSlot("a", "CommitmentSettled", "commitmentId", "p", "kept", true, "on", AS_OF);
    promised("q", "THEIRS", due);
    ofSlot("a", "CommitmentSettled", "commitmentId", "q", "kept", false, "on", due);
    assertThat(rows("commitments_kept", AS_OF.minusDays(1)))
        .containsExactly("OURS|0|0|0", "THEIRS|2|0|1");
    assertThat(rows("commitments_kept")).containsExactly("OURS|0|0|0", "THEIRS|2|1|0");
    ofSlot("a", "CommitmentWithdrawn", "commitmentId", "p");
    promised("r", "THEIRS", due);
    ofSlot("a", "CommitmentMoved", "commitmentId", "r", "due", AS_OF);
    assertThat(rows("commitments_kept")).containsExactly("OURS|0|0|0", "THEIRS|1|0|0");
  }

  @ParameterizedTest(name = "{0} people: composed {1}")
  @CsvSource({"3, false", "4, true", "6, true", "7, false"})
  void four_to_six_people_of_both_sides_and_kinds_make_a_joint_group(int people, boolean composed)
      throws SQLException {
    formed();
    for (int i = 0; i < people; i++) {
      seated("s" + i, "p" + i, i % 2 == 0 ? "GP" : "PARTNER", i < 2 ? "CLINICAL" : "MANAGERIAL");
    }
    seated("again", "p0", "GP", "CLINICAL");
    assertThat(rows("joint_group_health"))
        .containsExactly("g|RT1|%d|%s|false|false|0|0".formatted(people, composed));
    if (composed && people == 4) {
      ofGroup("JointGroupSeatLeft", "seatId", "s3", "on", AS_OF.plusDays(1), "mistake", false);
      assertThat(rows("joint_group_health")).containsExactly("g|RT1|4|true|false|false|0|0");
      ofGroup("JointGroupSeatLeft", "seatId", "s3", "on", AS_OF, "mistake", false);
      assertThat(rows("joint_group_health")).containsExactly("g|RT1|3|false|false|false|0|0");
    }
  }

  /** General practice keeps it in a stream of its own, which may be heard before the group's. */
  @Test
  void what_a_group_cites_may_be_heard_before_the_group() throws SQLException {
    ofGroup("JointGroupMandateCited", "mandateId", "m", "on", AS_OF.minusDays(30));
    formed();
    assertThat(rows("joint_group_health")).containsExactly("g|RT1|0|false|false|false|0|0");
  }

  @Test
  void a_cited_mandate_counts_while_it_is_in_force_and_an_issue_is_late_after_its_day()
      throws SQLException {
    formed();
    ofGroup("JointGroupMandateCited", "mandateId", "m", "on", AS_OF.minusDays(30));
    raised("i", AS_OF);
    raised("j", AS_OF.minusDays(1));
    assertThat(rows("joint_group_health")).containsExactly("g|RT1|0|false|false|false|2|1");
    story.say(
        "mandates",
        "mandate-m",
        "MandateOpened",
        "mandateId",
        "m",
        "placeId",
        "valley",
        "topic",
        "urgent-care",
        "holderId",
        "fed",
        "holderRole",
        "Chair",
        "start",
        AS_OF.minusDays(9),
        "end",
        AS_OF.plusDays(1));
    assertThat(rows("joint_group_health", AS_OF.minusDays(10)))
        .containsExactly("g|RT1|0|false|false|false|2|0");
    assertThat(rows("joint_group_health")).containsExactly("g|RT1|0|false|true|false|2|1");
    assertThat(rows("joint_group_health", AS_OF.plusDays(1)))
        .containsExactly("g|RT1|0|false|false|false|2|2");
    ofGroup("JointGroupIssueResolved", "issueId", "j", "mistake", false, "on", AS_OF);
    ofGroup("JointGroupIssueResolved", "issueId", "i", "mistake", true, "on", AS_OF.plusDays(3));
    assertThat(rows("joint_group_health")).containsExactly("g|RT1|0|false|true|false|0|0");
    ofGroup("JointGroupDissolved", "on", AS_OF);
    assertThat(rows("joint_group_health", AS_OF.minusDays(1))).hasSize(1);
    assertThat(rows("joint_group_health")).isEmpty();
    ofGroup("JointGroupRestored");
    assertThat(rows("joint_group_health")).hasSize(1);
  }

  @Test
  void the_leadership_group_that_is_cited_has_to_be_one_of_the_place() throws SQLException {
    formed();
    story.place("valley", "ICS", "Valley", LocalDate.of(2025, 4, 1));
    story.registered("lead", "LEADERSHIP_GROUP", "The group", LocalDate.of(2025, 4, 1));
    ofGroup(
        "JointGroupMandateCited",
        "mandateId",
        "m",
        "leadershipGroupId",
        "lead",
        "on",
        AS_OF.minusDays(30));
    assertThat(rows("joint_group_health")).containsExactly("g|RT1|0|false|false|false|0|0");
    leads("GroupFormed", "start", AS_OF.minusDays(20), List.of("valley"));
    leads("GroupRevised", "from", AS_OF, List.of("coast"));
    assertThat(rows("joint_group_health", AS_OF.minusDays(21)))
        .containsExactly("g|RT1|0|false|false|false|0|0");
    assertThat(rows("joint_group_health", AS_OF.minusDays(1)))
        .containsExactly("g|RT1|0|false|false|true|0|0");
    assertThat(rows("joint_group_health"))
        .as("it speaks for another place since today")
        .containsExactly("g|RT1|0|false|false|false|0|0");
    leads("GroupRevised", "from", AS_OF, List.of());
    assertThat(rows("joint_group_health"))
        .as("for the whole ICS")
        .containsExactly("g|RT1|0|false|false|true|0|0");
    ofGroup("JointGroupMandateCited", "mandateId", "m", "on", AS_OF);
    assertThat(rows("joint_group_health")).containsExactly("g|RT1|0|false|false|false|0|0");
  }

  private void leads(String type, String day, LocalDate from, List<String> places) {
    story.say(
        "organisations",
        "group-lead",
        type,
        "groupId",
        "lead",
        "icsId",
        "ICS",
        "placeIds",
        places,
        day,
        from);
  }

  @Test
  void two_records_of_one_human_being_are_one_person_in_a_slot_and_in_a_joint_group()
      throws SQLException {
    opened("a", "nadia twice");
    talk("a", "r2", 5, true);
    formed();
    seated("s1", "nadia", "GP", "CLINICAL");
    seated("s2", "nadia twice", "GP", "MANAGERIAL");
    assertThat(rows("single_points")).containsExactly("1|1|0");
    assertThat(rows("loss_test")).containsExactly("nadia|0|1", "nadia twice|0|0");
    assertThat(rows("joint_group_health")).containsExactly("g|RT1|2|false|false|false|0|0");
    story.say(
        "organisations",
        "person-nadia twice",
        "PersonMerged",
        "personId",
        "nadia twice",
        "into",
        "nadia");
    assertThat(rows("single_points")).containsExactly("1|1|1");
    assertThat(rows("loss_test")).containsExactly("nadia|1|0");
    assertThat(rows("joint_group_health")).containsExactly("g|RT1|1|false|false|false|0|0");
    story.say(
        "organisations",
        "person-nadia twice",
        "PersonMergeUndone",
        "personId",
        "nadia twice",
        "from",
        "nadia");
    assertThat(rows("single_points")).containsExactly("1|1|0");
  }

  /**
   * Found by history 8870 of ManyHistoriesTest. What was closed on a day, then said never to have
   * been one, is open again from the day on which somebody opens it: in one batch as in four.
   */
  @Test
  void an_issue_that_is_opened_again_is_open_however_its_events_are_cut_into_batches()
      throws SQLException {
    formed();
    raised("i", AS_OF.minusDays(1));
    ofGroup(
        "JointGroupIssueResolved",
        "issueId",
        "i",
        "mistake",
        false,
        "on",
        LocalDate.of(2026, 6, 10));
    ofGroup(
        "JointGroupIssueResolved",
        "issueId",
        "i",
        "mistake",
        true,
        "on",
        LocalDate.of(2026, 6, 11));
    story.later(Duration.between(START, Instant.parse("2026-06-12T09:00:00Z")));
    ofGroup("JointGroupIssueReopened", "issueId", "i");
    assertThat(rows("joint_group_health", LocalDate.of(2026, 6, 11)))
        .containsExactly("g|RT1|0|false|false|false|0|0");
    assertThat(rows("joint_group_health")).containsExactly("g|RT1|0|false|false|false|1|1");
    String inOneBatch = database.digest();
    database.clear();
    for (HeardEvent event : story.events()) {
      database.apply(List.of(event));
    }
    assertThat(database.digest()).isEqualTo(inOneBatch);
  }

  private String strength(LocalDate day) throws SQLException {
    return rows("slot_strength", day).stream()
        .filter(row -> row.endsWith("|1"))
        .findFirst()
        .map(row -> row.substring(0, row.indexOf('|')))
        .orElseThrow();
  }

  private void defined(String slot) {
    ofSlot(slot, "SlotDefined", "placeId", "valley", "kind", "ACUTE", "organisationId", "RT1");
  }

  /** Relationships are r1, then r2 and so on. */
  private void opened(String slot, String holder) {
    ids += 1;
    ofSlot(slot, "RelationshipOpened", "relationshipId", "r" + ids, "holderId", holder);
  }

  private void talked(String slot, int daysAgo, boolean twoWay) {
    talk(slot, "r" + ids, daysAgo, twoWay);
  }

  private void talk(String slot, String relationship, int daysAgo, boolean twoWay) {
    ofSlot(
        slot,
        "ContactLogged",
        "relationshipId",
        relationship,
        "contactId",
        "t" + (story.events().size()),
        "on",
        AS_OF.minusDays(daysAgo),
        "kind",
        "ASK",
        "twoWay",
        twoWay);
  }

  private void classed(LocalDate on, String now, LocalDate from, String then) {
    ofSlot(
        "a",
        "SlotClassed",
        "on",
        on,
        "steps",
        List.of(
            Map.of("from", on.toString(), "strength", now),
            Map.of("from", from.toString(), "strength", then)));
  }

  private void promised(String id, String side, LocalDate due) {
    ofSlot(
        "a",
        "CommitmentMade",
        "commitmentId",
        id,
        "relationshipId",
        "r1",
        "side",
        side,
        "due",
        due,
        "wordsRef",
        "w",
        "on",
        LocalDate.of(2025, 5, 2));
  }

  private void formed() {
    ofGroup(
        "JointGroupFormed",
        "placeId",
        "valley",
        "organisationId",
        "RT1",
        "on",
        LocalDate.of(2026, 1, 1));
  }

  private void seated(String seat, String person, String side, String nature) {
    ofGroup(
        "JointGroupSeated",
        "seatId",
        seat,
        "personId",
        person,
        "side",
        side,
        "nature",
        nature,
        "from",
        LocalDate.of(2026, 1, 1));
  }

  private void raised(String issue, LocalDate fixBy) {
    ofGroup(
        "JointGroupIssueRaised", "issueId", issue, "raisedOn", AS_OF.minusDays(25), "fixBy", fixBy);
  }

  private List<String> rows(String function) throws SQLException {
    return rows(function, AS_OF);
  }

  /** All is heard as often as it is asked: what was heard before changes nothing. */
  private List<String> rows(String function, LocalDate day) throws SQLException {
    database.apply(story.events());
    return database.rows("select * from " + function + "('valley', ?, ?)", day, KNOWN);
  }

  private void ofSlot(String slot, String type, @Nullable Object... fields) {
    say("slot-" + slot, type, "slotId", slot, fields);
  }

  private void ofGroup(String type, @Nullable Object... fields) {
    say("joint-group-g", type, "groupId", "g", fields);
  }

  private void say(
      String stream, String type, String name, String value, @Nullable Object[] fields) {
    @Nullable Object[] all = new Object[fields.length + 2];
    all[0] = name;
    all[1] = value;
    System.arraycopy(fields, 0, all, 2, fields.length);
    story.say("relationships", stream, type, all);
  }
}
