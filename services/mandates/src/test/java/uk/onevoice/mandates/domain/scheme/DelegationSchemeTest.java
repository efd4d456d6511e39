package uk.onevoice.mandates.domain.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.scheme.DelegationScheme.Adopted;
import uk.onevoice.mandates.domain.scheme.SchemeCommand.Adopt;
import uk.onevoice.mandates.domain.scheme.SchemeCommand.Classify;
import uk.onevoice.mandates.domain.scheme.SchemeEvent.IssueClassified;
import uk.onevoice.mandates.domain.scheme.SchemeEvent.SchemeAdopted;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.BeforeTheOneBefore;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.ClassSaidTwice;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.DayInTheFuture;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.IssueOfElsewhere;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NoSuchClass;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NotAdopted;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NotOfPlace;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NotYourBody;
import uk.onevoice.mandates.domain.scheme.SchemeRejection.NothingDelegated;
import uk.onevoice.testkit.DeciderRules;

class DelegationSchemeTest {
  private static final PlaceId PLACE = new PlaceId(new UUID(0, 1));
  private static final OrganisationId GROUP = new OrganisationId(new UUID(0, 2).toString());
  private static final IssueId ISSUE = new IssueId(new UUID(0, 3));
  private static final IssueId OTHER = new IssueId(new UUID(0, 4));
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate EARLIER = TODAY.minusDays(30);
  private static final SchemeRow CONTRACTS = row("Contracts", Decides.EACH_PRACTICE);
  private static final SchemeRow ESTATES = row("Estates", Decides.PCN);
  private static final SchemeAdopted FIRST =
      new SchemeAdopted(PLACE, 1, GROUP, List.of(CONTRACTS, ESTATES), EARLIER);
  private static final SchemeAdopted SECOND =
      new SchemeAdopted(PLACE, 2, GROUP, List.of(row("Estates", Decides.FEDERATION)), TODAY);
  private static final IssueClassified ABOUT_ESTATES =
      new IssueClassified(PLACE, ISSUE, ESTATES.issueClass(), Decides.PCN, 1, EARLIER);

  private final DeciderRules<SchemeCommand, DelegationScheme, SchemeEvent, SchemeRejection> scheme =
      DeciderRules.of(DelegationScheme.DECIDER);

  @Test
  void a_body_of_the_place_says_who_decides_what_and_may_say_otherwise_later() {
    scheme
        .given()
        .when(adopt(TODAY, CONTRACTS))
        .then(new SchemeAdopted(PLACE, 1, GROUP, List.of(CONTRACTS), TODAY));
    scheme
        .given(FIRST)
        .when(adopt(TODAY, CONTRACTS))
        .then(new SchemeAdopted(PLACE, 2, GROUP, List.of(CONTRACTS), TODAY));
  }

  @Test
  void only_its_own_people_adopt_it_for_a_body_of_the_place() {
    var rows = List.of(CONTRACTS);
    scheme
        .given()
        .when(new Adopt(PLACE, GROUP, false, true, rows, TODAY, TODAY))
        .thenRejected(new NotOfPlace(GROUP));
    scheme
        .given()
        .when(new Adopt(PLACE, GROUP, true, false, rows, TODAY, TODAY))
        .thenRejected(new NotYourBody(GROUP));
  }

  @Test
  void it_speaks_of_something_and_of_each_class_once() {
    scheme.given().when(adopt(TODAY)).thenRejected(new NothingDelegated());
    scheme
        .given()
        .when(adopt(TODAY, ESTATES, CONTRACTS, row("ESTATES!", Decides.LMC)))
        .thenRejected(new ClassSaidTwice(ESTATES.issueClass()));
  }

  @Test
  void versions_follow_each_other_up_to_today() {
    var tomorrow = TODAY.plusDays(1);
    scheme.given().when(adopt(tomorrow, ESTATES)).thenRejected(new DayInTheFuture(tomorrow));
    scheme
        .given(FIRST)
        .when(adopt(EARLIER.minusDays(1), ESTATES))
        .thenRejected(new BeforeTheOneBefore(EARLIER));
    scheme
        .given(FIRST)
        .when(adopt(EARLIER, ESTATES))
        .then(new SchemeAdopted(PLACE, 2, GROUP, List.of(ESTATES), EARLIER));
  }

  @Test
  void an_issue_is_classified_by_the_scheme_that_holds() {
    scheme.given(FIRST).when(classify(ISSUE, ESTATES, EARLIER)).then(ABOUT_ESTATES);
    scheme
        .given(FIRST, SECOND)
        .when(classify(ISSUE, ESTATES, TODAY))
        .then(
            new IssueClassified(PLACE, ISSUE, ESTATES.issueClass(), Decides.FEDERATION, 2, TODAY));
    scheme
        .given(FIRST, SECOND)
        .when(classify(ISSUE, CONTRACTS, TODAY))
        .thenRejected(new NoSuchClass(CONTRACTS.issueClass()));
    scheme.given().when(classify(ISSUE, ESTATES, TODAY)).thenRejected(new NotAdopted(PLACE));
  }

  @Test
  void an_issue_of_another_ics_is_not_for_this_place() {
    scheme
        .given(FIRST)
        .when(new Classify(PLACE, ISSUE, false, ESTATES.issueClass(), TODAY))
        .thenRejected(new IssueOfElsewhere(ISSUE));
  }

  @Test
  void an_issue_is_classified_again_when_it_or_the_scheme_is_seen_otherwise() {
    scheme.given(FIRST, ABOUT_ESTATES).when(classify(ISSUE, ESTATES, TODAY)).then();
    scheme
        .given(FIRST, ABOUT_ESTATES)
        .when(classify(ISSUE, CONTRACTS, TODAY))
        .then(
            new IssueClassified(
                PLACE, ISSUE, CONTRACTS.issueClass(), Decides.EACH_PRACTICE, 1, TODAY));
    scheme
        .given(FIRST, ABOUT_ESTATES, SECOND)
        .when(classify(ISSUE, ESTATES, TODAY))
        .then(
            new IssueClassified(PLACE, ISSUE, ESTATES.issueClass(), Decides.FEDERATION, 2, TODAY));
  }

  @Test
  void what_was_classified_keeps_the_row_by_which_it_was() {
    var later =
        new IssueClassified(PLACE, OTHER, ESTATES.issueClass(), Decides.FEDERATION, 2, TODAY);
    var state =
        (Adopted) DelegationScheme.DECIDER.fold(List.of(FIRST, ABOUT_ESTATES, SECOND, later));
    assertThat(state.current()).isEqualTo(SECOND);
    assertThat(state.classified())
        .containsExactly(
            org.assertj.core.api.Assertions.entry(ISSUE, ABOUT_ESTATES),
            org.assertj.core.api.Assertions.entry(OTHER, later));
    assertThat(state.rowOf(ABOUT_ESTATES)).contains(ESTATES);
    assertThat(state.rowOf(later)).contains(SECOND.classes().getFirst());
    assertThat(
            state.rowOf(
                new IssueClassified(
                    PLACE, ISSUE, CONTRACTS.issueClass(), Decides.EACH_PRACTICE, 2, TODAY)))
        .isEmpty();
  }

  @Test
  void what_has_happened_is_never_refused() {
    scheme.evolvesEvery(SchemeEvent.class, FIRST, SECOND, ABOUT_ESTATES);
  }

  @ParameterizedTest
  @CsvSource({
    "Enhanced services, enhanced-services",
    "'  Estates & IT! ', estates-it",
    "£££, class",
  })
  void a_class_is_the_same_however_its_name_is_written(String name, String slug) {
    assertThat(IssueClass.called(new Label(name)).value()).isEqualTo(slug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Estates", "a--b", "-a"})
  void a_class_is_written_in_small_letters(String value) {
    assertThatThrownBy(() -> new IssueClass(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_name_of_a_class_is_no_longer_than_a_label() {
    assertThat(new IssueClass("a".repeat(120)).value()).hasSize(120);
    assertThatThrownBy(() -> new IssueClass("a".repeat(121)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Adopt adopt(LocalDate on, SchemeRow... rows) {
    return new Adopt(PLACE, GROUP, true, true, List.of(rows), on, TODAY);
  }

  private static Classify classify(IssueId issue, SchemeRow row, LocalDate on) {
    return new Classify(PLACE, issue, true, row.issueClass(), on);
  }

  private static SchemeRow row(String name, Decides decides) {
    return new SchemeRow(
        IssueClass.called(new Label(name)),
        new Label(name),
        decides,
        new WordsRef(new UUID(1, name.length())));
  }
}
