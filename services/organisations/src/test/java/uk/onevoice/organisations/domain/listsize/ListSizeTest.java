package uk.onevoice.organisations.domain.listsize;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.listsize.ListSizeCommand.PublishListSize;
import uk.onevoice.organisations.domain.listsize.ListSizeCommand.WithdrawListSize;
import uk.onevoice.organisations.domain.listsize.ListSizeEvent.ListSizePublished;
import uk.onevoice.organisations.domain.listsize.ListSizeRejection.NegativePatients;
import uk.onevoice.organisations.domain.listsize.ListSizesCommand.PublishListSizes;
import uk.onevoice.organisations.domain.listsize.ListSizesEvent.ListSizesPublished;
import uk.onevoice.organisations.domain.listsize.ListSizesRejection.NothingPublished;
import uk.onevoice.testkit.DeciderRules;

class ListSizeTest {
  private static final OrganisationId PRACTICE = new OrganisationId("W81001");
  private static final YearMonth OCTOBER = YearMonth.of(2025, 10);
  private static final ListSizePublished FIRST =
      new ListSizePublished(PRACTICE, OCTOBER, 4_000, 1, null);

  private final DeciderRules<ListSizeCommand, ListSize, ListSizeEvent, ListSizeRejection> size =
      DeciderRules.of(ListSize.DECIDER);
  private final DeciderRules<ListSizesCommand, ListSizes, ListSizesEvent, ListSizesRejection>
      sizes = DeciderRules.of(ListSizes.DECIDER);

  @Test
  void a_correction_of_a_month_is_its_next_revision() {
    size.given().when(publish(4_000)).then(FIRST);
    size.given(FIRST).when(publish(4_000)).then();
    size.given(FIRST)
        .when(publish(4_100))
        .then(new ListSizePublished(PRACTICE, OCTOBER, 4_100, 2, null));
    size.given().when(publish(-1)).thenRejected(new NegativePatients(-1));
  }

  @Test
  void a_month_taken_back_can_be_published_again() {
    var withdrawn = new ListSizePublished(PRACTICE, OCTOBER, 4_000, 2, true);
    var withdraw = new WithdrawListSize(PRACTICE, OCTOBER);
    size.given(FIRST).when(withdraw).then(withdrawn);
    size.given(FIRST, withdrawn).when(withdraw).then();
    size.given().when(withdraw).then();
    size.given(FIRST, withdrawn)
        .when(publish(4_000))
        .then(new ListSizePublished(PRACTICE, OCTOBER, 4_000, 3, null));
  }

  @Test
  void a_publication_has_totals_and_revisions() {
    var published = new ListSizesPublished(OCTOBER, 2, 7_000, "ab", 1);
    sizes.given().when(new PublishListSizes(OCTOBER, 2, 7_000, "ab")).then(published);
    sizes.given(published).when(new PublishListSizes(OCTOBER, 2, 7_000, "cd")).then();
    sizes
        .given(published)
        .when(new PublishListSizes(OCTOBER, 2, 7_001, "cd"))
        .then(new ListSizesPublished(OCTOBER, 2, 7_001, "cd", 2));
    sizes
        .given()
        .when(new PublishListSizes(OCTOBER, 0, 0, "ab"))
        .thenRejected(new NothingPublished());
  }

  @Test
  void what_has_happened_is_never_refused() {
    size.evolvesEvery(ListSizeEvent.class, FIRST);
    sizes.evolvesEvery(ListSizesEvent.class, new ListSizesPublished(OCTOBER, 2, 7_000, "ab", 1));
  }

  private static PublishListSize publish(int patients) {
    return new PublishListSize(PRACTICE, OCTOBER, patients);
  }
}
