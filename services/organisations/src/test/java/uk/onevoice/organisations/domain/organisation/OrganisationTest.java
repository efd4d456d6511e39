package uk.onevoice.organisations.domain.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.Label;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.AcceptOds;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Close;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RecordSuccession;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RegisterLocal;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Rename;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.Reopen;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RestoreRecord;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.RevokeSuccession;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.SetSector;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand.StateListing;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OdsRecordAccepted;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationClosed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationRegistered;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationRenamed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationReopened;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.OrganisationSucceeded;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.PracticeDelisted;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.PracticeListed;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent.SectorSet;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.AlreadyRegistered;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.ClosedAlready;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.EndsBeforeItStarts;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.LocalWithOdsCode;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.NamedByTheRegistry;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.NotALocalKind;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.NotAPractice;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.NotATrust;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.NotClosed;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.NotRegistered;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection.ReopensBeforeItCloses;
import uk.onevoice.testkit.DeciderRules;

class OrganisationTest {
  private static final OrganisationId CODE = new OrganisationId("W81001");
  private static final OrganisationId LOCAL =
      new OrganisationId("0190163d-8694-739b-aea5-966c26f8ad91");
  private static final LocalDate OPENED = LocalDate.of(1974, 4, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

  private final DeciderRules<
          OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>
      organisation = DeciderRules.of(Organisation.DECIDER);

  private static final OrganisationRegistered IN_FEBRUARY = registered("HILL SURGERY", FEBRUARY);
  private static final OrganisationRegistered FEDERATION =
      new OrganisationRegistered(
          LOCAL,
          null,
          "Marl Valley GP Federation",
          List.of(OrganisationKind.FEDERATION),
          null,
          OPENED,
          null,
          Status.ACTIVE,
          null,
          null,
          null);

  @Test
  void a_row_about_an_unknown_code_registers_it() {
    organisation.given().when(row("HILL SURGERY", FEBRUARY)).then(IN_FEBRUARY);
  }

  @Test
  void a_row_that_says_nothing_new_changes_nothing() {
    organisation.given(IN_FEBRUARY).when(row("HILL SURGERY", MAY)).then();
  }

  @Test
  void a_newer_release_moves_todays_record() {
    organisation
        .given(IN_FEBRUARY)
        .when(row("HILLTOP SURGERY", MAY))
        .then(record("HILLTOP SURGERY", MAY, null, Status.ACTIVE, null));
  }

  @Test
  void an_older_release_is_history_and_moves_nothing_of_today() {
    organisation
        .given(registered("HILLTOP SURGERY", MAY))
        .when(row("HILL SURGERY", FEBRUARY, MAY))
        .then(record("HILL SURGERY", FEBRUARY, null, Status.ACTIVE, true));
  }

  @Test
  void history_that_is_known_is_not_told_again() {
    organisation
        .given(
            registered("HILLTOP SURGERY", MAY),
            record("HILL SURGERY", FEBRUARY, null, Status.ACTIVE, true))
        .when(row("HILL SURGERY", LocalDate.of(2026, 3, 1), MAY))
        .then();
  }

  @Test
  void a_release_counts_as_older_when_a_newer_one_had_nothing_to_change() {
    organisation
        .given(IN_FEBRUARY)
        .when(
            new AcceptOds(
                statement("HILL HOUSE", MAY, null, Status.ACTIVE), Map.of(Source.EPRACCUR, AUGUST)))
        .then(record("HILL HOUSE", MAY, null, Status.ACTIVE, true), today("HILL SURGERY", AUGUST));
  }

  @Test
  void an_older_file_completes_todays_record_and_leaves_its_day() {
    var unplaced =
        new OrganisationRegistered(
            CODE,
            "W81001",
            "HILL SURGERY",
            List.of(OrganisationKind.PRACTICE),
            null,
            OPENED,
            null,
            Status.ACTIVE,
            AUGUST,
            Source.EPRACCUR,
            null);
    organisation
        .given(unplaced)
        .when(row("HILL SURGERY", FEBRUARY, AUGUST))
        .then(record("HILL SURGERY", AUGUST, null, Status.ACTIVE, null));
  }

  @Test
  void an_older_file_does_not_say_what_it_is_today() {
    var map =
        new OdsStatement(
            CODE,
            Source.PRACTICE_MAP,
            FEBRUARY,
            "HILL SURGERY",
            OrganisationKind.PRACTICE,
            "ZZ1 1ZZ",
            null,
            null,
            null);
    var hospice =
        new OdsStatement(
            CODE,
            Source.EPRACCUR,
            AUGUST,
            "HILL SURGERY",
            OrganisationKind.OTHER_PRESCRIBER,
            "ZZ1 1ZZ",
            OPENED,
            null,
            Status.ACTIVE);
    var newest = Map.of(Source.PRACTICE_MAP, FEBRUARY, Source.EPRACCUR, AUGUST);
    assertThat(kinds(map, hospice, newest)).containsExactly(OrganisationKind.OTHER_PRESCRIBER);
    assertThat(kinds(hospice, map, newest)).containsExactly(OrganisationKind.OTHER_PRESCRIBER);
    var later = Map.of(Source.PRACTICE_MAP, SEPTEMBER, Source.EPRACCUR, AUGUST);
    var laterMap =
        new OdsStatement(
            CODE,
            Source.PRACTICE_MAP,
            SEPTEMBER,
            "HILL SURGERY",
            OrganisationKind.PRACTICE,
            "ZZ1 1ZZ",
            null,
            null,
            null);
    assertThat(kinds(laterMap, hospice, later)).containsExactly(OrganisationKind.PRACTICE);
    assertThat(kinds(hospice, laterMap, later)).containsExactly(OrganisationKind.PRACTICE);
  }

  /** What it is once both have been taken over in this order. */
  private static List<OrganisationKind> kinds(
      OdsStatement first, OdsStatement second, Map<Source, LocalDate> newest) {
    var state = Organisation.DECIDER.initial();
    for (var statement : List.of(first, second)) {
      var known = new EnumMap<>(newest);
      if (statement.equals(first)) {
        known.keySet().retainAll(Set.of(first.source()));
      }
      if (Organisation.decide(new AcceptOds(statement, known), state)
          instanceof Decision.Accepted<OrganisationEvent, OrganisationRejection>(var events)) {
        state = Organisation.DECIDER.fold(state, events);
      }
    }
    return state instanceof Organisation.Registered registered
        ? registered.record().kinds()
        : List.of();
  }

  private static OdsRecordAccepted today(String name, LocalDate release) {
    return new OdsRecordAccepted(
        CODE,
        release,
        null,
        name,
        List.of(OrganisationKind.PRACTICE),
        "ZZ1 1ZZ",
        OPENED,
        null,
        Status.ACTIVE,
        null);
  }

  @Test
  void closing_and_reopening_by_the_registry_is_legal() {
    var closed = record("HILL SURGERY", MAY, MAY, Status.INACTIVE, null);
    organisation
        .given(IN_FEBRUARY)
        .when(new AcceptOds(statement("HILL SURGERY", MAY, MAY, Status.INACTIVE), Map.of()))
        .then(closed);
    organisation
        .given(IN_FEBRUARY, closed)
        .when(row("HILL SURGERY", AUGUST))
        .then(record("HILL SURGERY", AUGUST, null, Status.ACTIVE, null));
  }

  @Test
  void a_code_without_a_name_is_named_by_the_first_file_that_does() {
    var unnamed =
        new OrganisationRegistered(
            CODE,
            "W81001",
            "W81001",
            List.of(OrganisationKind.PRACTICE),
            null,
            null,
            null,
            Status.ACTIVE,
            AUGUST,
            null,
            null);
    organisation
        .given(unnamed)
        .when(row("HILL SURGERY", FEBRUARY))
        .then(record("HILL SURGERY", AUGUST, null, Status.ACTIVE, null));
    organisation
        .given(IN_FEBRUARY)
        .when(
            new AcceptOds(
                OdsStatement.codeOnly(
                    CODE, Source.EPCN_CORE_PARTNERS, AUGUST, OrganisationKind.PRACTICE),
                Map.of()))
        .then();
  }

  @Test
  void a_local_body_has_no_ods_code_and_a_kind_of_ours() {
    var name = new Label("Marl Valley GP Federation");
    organisation
        .given()
        .when(new RegisterLocal(LOCAL, OrganisationKind.FEDERATION, name, OPENED))
        .then(FEDERATION);
    organisation
        .given()
        .when(new RegisterLocal(CODE, OrganisationKind.FEDERATION, name, OPENED))
        .thenRejected(new LocalWithOdsCode(CODE));
    organisation
        .given()
        .when(new RegisterLocal(LOCAL, OrganisationKind.PRACTICE, name, OPENED))
        .thenRejected(new NotALocalKind(OrganisationKind.PRACTICE));
    organisation
        .given(FEDERATION)
        .when(new RegisterLocal(LOCAL, OrganisationKind.FEDERATION, name, OPENED))
        .thenRejected(new AlreadyRegistered(LOCAL));
  }

  @Test
  void only_a_local_body_is_renamed_by_a_person() {
    organisation
        .given(FEDERATION)
        .when(new Rename(new Label("Marl Federation"), MAY))
        .then(new OrganisationRenamed(LOCAL, "Marl Federation", MAY));
    organisation
        .given(FEDERATION)
        .when(new Rename(new Label("Marl Valley GP Federation"), MAY))
        .then();
    organisation
        .given(IN_FEBRUARY)
        .when(new Rename(new Label("Other"), MAY))
        .thenRejected(new NamedByTheRegistry(CODE));
  }

  @Test
  void it_does_not_end_before_it_starts_and_ends_once() {
    var closed = new OrganisationClosed(LOCAL, MAY, null);
    organisation
        .given(FEDERATION)
        .when(new Close(OPENED.minusDays(1)))
        .thenRejected(new EndsBeforeItStarts(OPENED, OPENED.minusDays(1)));
    organisation.given(FEDERATION).when(new Close(MAY)).then(closed);
    organisation.given(FEDERATION, closed).when(new Close(MAY)).then();
    organisation
        .given(FEDERATION, closed)
        .when(new Close(AUGUST))
        .thenRejected(new ClosedAlready(MAY));
    organisation
        .given(FEDERATION, closed)
        .when(new Reopen(AUGUST))
        .then(new OrganisationReopened(LOCAL, AUGUST));
    organisation
        .given(FEDERATION, closed)
        .when(new Reopen(FEBRUARY))
        .thenRejected(new ReopensBeforeItCloses(MAY, FEBRUARY));
    organisation.given(FEDERATION).when(new Reopen(AUGUST)).thenRejected(new NotClosed());
    organisation.given().when(new Close(MAY)).thenRejected(new NotRegistered());
  }

  @Test
  void being_followed_by_others_closes_it_unless_it_lives_on() {
    var other = new OrganisationId("W81002");
    var succeeded = new OrganisationSucceeded(CODE, List.of(other), SuccessionKind.MERGER, MAY);
    organisation
        .given(IN_FEBRUARY)
        .when(new RecordSuccession(List.of(other), SuccessionKind.MERGER, MAY))
        .then(succeeded, new OrganisationClosed(CODE, MAY, null));
    organisation
        .given(IN_FEBRUARY, succeeded, new OrganisationClosed(CODE, MAY, null))
        .when(new RecordSuccession(List.of(other), SuccessionKind.MERGER, MAY))
        .then();
    organisation
        .given(IN_FEBRUARY)
        .when(new RecordSuccession(List.of(other, CODE), SuccessionKind.SPLIT, MAY))
        .then(new OrganisationSucceeded(CODE, List.of(CODE, other), SuccessionKind.SPLIT, MAY));
    organisation
        .given(IN_FEBRUARY)
        .when(new RecordSuccession(List.of(other), SuccessionKind.MERGER, OPENED.minusDays(1)))
        .thenRejected(new EndsBeforeItStarts(OPENED, OPENED.minusDays(1)));
  }

  @Test
  void a_succession_can_be_taken_back() {
    var other = new OrganisationId("W81002");
    organisation
        .given(
            IN_FEBRUARY,
            new OrganisationSucceeded(CODE, List.of(other), SuccessionKind.MERGER, MAY),
            new OrganisationClosed(CODE, MAY, null))
        .when(new RevokeSuccession(MAY))
        .then(
            new OrganisationSucceeded(CODE, List.of(), SuccessionKind.TRANSFER, MAY),
            new OrganisationReopened(CODE, MAY));
    organisation.given(IN_FEBRUARY).when(new RevokeSuccession(MAY)).then();
  }

  @Test
  void a_map_lists_and_delists_practices() {
    var listed = new PracticeListed(CODE, AUGUST);
    organisation.given(IN_FEBRUARY).when(new StateListing(true, AUGUST, null)).then(listed);
    organisation.given(IN_FEBRUARY, listed).when(new StateListing(true, SEPTEMBER, null)).then();
    organisation
        .given(IN_FEBRUARY, listed)
        .when(new StateListing(false, SEPTEMBER, null))
        .then(new PracticeDelisted(CODE, SEPTEMBER));
    organisation
        .given(FEDERATION)
        .when(new StateListing(true, AUGUST, null))
        .thenRejected(new NotAPractice());
  }

  @Test
  void an_older_map_does_not_move_what_a_newer_one_says() {
    organisation
        .given(IN_FEBRUARY)
        .when(new StateListing(true, MAY, AUGUST))
        .then(new PracticeListed(CODE, MAY), new PracticeDelisted(CODE, AUGUST));
    organisation
        .given(IN_FEBRUARY, new PracticeListed(CODE, AUGUST))
        .when(new StateListing(true, MAY, AUGUST))
        .then(new PracticeListed(CODE, MAY));
  }

  @Test
  void an_earlier_record_can_be_put_back() {
    var changed = record("HILLTOP SURGERY", MAY, null, Status.ACTIVE, null);
    organisation
        .given(IN_FEBRUARY, changed)
        .when(
            new RestoreRecord(
                new OdsRecord(
                    "HILL SURGERY",
                    List.of(OrganisationKind.PRACTICE),
                    "ZZ1 1ZZ",
                    OPENED,
                    null,
                    Status.ACTIVE),
                FEBRUARY))
        .then(
            new OdsRecordAccepted(
                CODE,
                MAY,
                null,
                "HILL SURGERY",
                List.of(OrganisationKind.PRACTICE),
                "ZZ1 1ZZ",
                OPENED,
                null,
                Status.ACTIVE,
                null));
  }

  @Test
  void only_a_trust_has_a_sector() {
    organisation.given(IN_FEBRUARY).when(new SetSector(Sector.ACUTE)).thenRejected(new NotATrust());
    var trust =
        new OrganisationRegistered(
            new OrganisationId("WRA"),
            "WRA",
            "NORTH NHS TRUST",
            List.of(OrganisationKind.TRUST),
            null,
            OPENED,
            null,
            Status.ACTIVE,
            FEBRUARY,
            Source.ETR,
            null);
    var set = new SectorSet(new OrganisationId("WRA"), Sector.ACUTE);
    organisation.given(trust).when(new SetSector(Sector.ACUTE)).then(set);
    organisation.given(trust, set).when(new SetSector(Sector.ACUTE)).then();
  }

  @Test
  void what_has_happened_is_never_refused() {
    organisation.evolvesEvery(
        OrganisationEvent.class,
        IN_FEBRUARY,
        record("HILL SURGERY", MAY, OPENED.minusYears(1), Status.INACTIVE, null),
        record("HILL SURGERY", FEBRUARY, null, Status.ACTIVE, true),
        new SectorSet(CODE, Sector.ACUTE),
        new OrganisationRenamed(CODE, "Other", MAY),
        new OrganisationClosed(CODE, MAY, null),
        new OrganisationClosed(CODE, MAY, true),
        new OrganisationReopened(CODE, MAY),
        new OrganisationSucceeded(CODE, List.of(LOCAL), SuccessionKind.MERGER, MAY),
        new PracticeListed(CODE, AUGUST),
        new PracticeDelisted(CODE, AUGUST));
  }

  private static AcceptOds row(String name, LocalDate release, LocalDate newest) {
    return new AcceptOds(
        statement(name, release, null, Status.ACTIVE), Map.of(Source.EPRACCUR, newest));
  }

  private static AcceptOds row(String name, LocalDate release) {
    return new AcceptOds(statement(name, release, null, Status.ACTIVE), Map.of());
  }

  private static OdsStatement statement(
      String name, LocalDate release, @Nullable LocalDate end, Status status) {
    return new OdsStatement(
        CODE,
        Source.EPRACCUR,
        release,
        name,
        OrganisationKind.PRACTICE,
        "ZZ1 1ZZ",
        OPENED,
        end,
        status);
  }

  private static OrganisationRegistered registered(String name, LocalDate release) {
    return new OrganisationRegistered(
        CODE,
        "W81001",
        name,
        List.of(OrganisationKind.PRACTICE),
        "ZZ1 1ZZ",
        OPENED,
        null,
        Status.ACTIVE,
        release,
        Source.EPRACCUR,
        null);
  }

  private static OdsRecordAccepted record(
      String name,
      LocalDate release,
      @Nullable LocalDate end,
      Status status,
      @Nullable Boolean historic) {
    return new OdsRecordAccepted(
        CODE,
        release,
        Source.EPRACCUR,
        name,
        List.of(OrganisationKind.PRACTICE),
        "ZZ1 1ZZ",
        OPENED,
        end,
        status,
        historic);
  }
}
