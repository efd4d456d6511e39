package uk.onevoice.meetings.domain.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.papers.PapersCommand.File;
import uk.onevoice.meetings.domain.papers.PapersCommand.Withdraw;
import uk.onevoice.meetings.domain.papers.PapersEvent.PaperFiled;
import uk.onevoice.meetings.domain.papers.PapersEvent.PaperWithdrawn;
import uk.onevoice.meetings.domain.papers.PapersRejection.FiledAlready;
import uk.onevoice.meetings.domain.papers.PapersRejection.GuestsSeeItems;
import uk.onevoice.meetings.domain.papers.PapersRejection.NoSuchItem;
import uk.onevoice.meetings.domain.papers.PapersRejection.NoSuchPaper;
import uk.onevoice.meetings.domain.papers.PapersRejection.TooManyPapers;
import uk.onevoice.testkit.DeciderRules;

class PapersTest {
  private static final MeetingId ID = new MeetingId(new UUID(0, 1));
  private static final ItemId ITEM = new ItemId(new UUID(0, 2));
  private static final WordsRef NAME = new WordsRef(new UUID(0, 3));
  private static final WordsRef WHY = new WordsRef(new UUID(0, 4));

  private final DeciderRules<PapersCommand, Papers, PapersEvent, PapersRejection> papers =
      DeciderRules.of(Papers.DECIDER);

  @Test
  void a_file_is_for_the_meeting_or_for_an_item_on_its_agenda() {
    papers.given().when(file(1, null, false, false)).then(filed(1, null, false));
    papers.given().when(file(1, ITEM, true, true)).then(filed(1, ITEM, true));
    papers.given().when(file(1, ITEM, false, false)).thenRejected(new NoSuchItem(ITEM));
  }

  @Test
  void guests_read_papers_of_items_only() {
    papers.given().when(file(1, null, false, true)).thenRejected(new GuestsSeeItems());
  }

  @Test
  void the_same_file_is_there_once_for_the_same_item() {
    var other = new File(ID, paper(2), null, false, NAME, "text/plain", 9, digest(1), false);
    papers.given(filed(1, null, false)).when(other).thenRejected(new FiledAlready(paper(1)));
    papers
        .given(filed(1, ITEM, false))
        .when(other)
        .then(new PaperFiled(ID, paper(2), null, NAME, "text/plain", 9, digest(1), false));
    papers
        .given(filed(1, null, false), new PaperWithdrawn(ID, paper(1), null))
        .when(other)
        .then(new PaperFiled(ID, paper(2), null, NAME, "text/plain", 9, digest(1), false));
  }

  @Test
  void there_are_only_so_many_at_a_time() {
    List<PapersEvent> most = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      most.add(filed(i, null, false));
    }
    papers.given(most).when(file(100, null, false, false)).thenRejected(new TooManyPapers(100));
    most.add(new PaperWithdrawn(ID, paper(7), WHY));
    papers.given(most).when(file(100, null, false, false)).then(filed(100, null, false));
  }

  @Test
  void a_paper_is_withdrawn_once() {
    var withdrawn = new PaperWithdrawn(ID, paper(1), WHY);
    papers.given(filed(1, null, false)).when(new Withdraw(ID, paper(1), WHY)).then(withdrawn);
    papers.given(filed(1, null, false), withdrawn).when(new Withdraw(ID, paper(1), null)).then();
    papers.given().when(new Withdraw(ID, paper(1), WHY)).thenRejected(new NoSuchPaper(paper(1)));
  }

  @Test
  void what_has_happened_is_never_refused() {
    papers.evolvesEvery(
        PapersEvent.class, filed(1, ITEM, true), new PaperWithdrawn(ID, paper(1), null));
  }

  private static File file(int n, @Nullable ItemId item, boolean onAgenda, boolean forGuests) {
    return new File(ID, paper(n), item, onAgenda, NAME, "text/plain", 9, digest(n), forGuests);
  }

  private static PaperFiled filed(int n, @Nullable ItemId item, boolean forGuests) {
    return new PaperFiled(ID, paper(n), item, NAME, "text/plain", 9, digest(n), forGuests);
  }

  private static PaperId paper(int n) {
    return new PaperId(new UUID(1, n));
  }

  private static String digest(int n) {
    return "%064x".formatted(n);
  }
}
