package uk.onevoice.vault.rights;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.onevoice.testkit.DeciderRules;
import uk.onevoice.vault.rights.SubjectCommand.AddCounterStatement;
import uk.onevoice.vault.rights.SubjectCommand.ConfirmErasure;
import uk.onevoice.vault.rights.SubjectCommand.MakeExportReady;
import uk.onevoice.vault.rights.SubjectCommand.RectifyWords;
import uk.onevoice.vault.rights.SubjectEvent.CounterStatementAdded;
import uk.onevoice.vault.rights.SubjectEvent.ExportReady;
import uk.onevoice.vault.rights.SubjectEvent.SubjectErased;
import uk.onevoice.vault.rights.SubjectEvent.WordsRectified;
import uk.onevoice.vault.rights.SubjectRejection.PersonIsErased;

class SubjectRightsTest {
  private static final UUID ADA = new UUID(0, 1);
  private static final UUID EXPORT = new UUID(0, 2);
  private static final UUID WORDS = new UUID(0, 3);
  private static final UUID VIEW = new UUID(0, 4);
  private static final SubjectErased ERASED = new SubjectErased(ADA, "meetings");
  private static final ExportReady READY = new ExportReady(ADA, EXPORT, "meetings");

  private final DeciderRules<SubjectCommand, SubjectRights, SubjectEvent, SubjectRejection>
      subject = DeciderRules.of(SubjectRights.DECIDER);

  @Test
  void an_erasure_is_answered_once_however_often_it_is_heard() {
    var confirm = new ConfirmErasure(ADA, "meetings");
    subject.given().when(confirm).then(ERASED);
    subject.given(ERASED).when(confirm).then();
  }

  @Test
  void an_export_is_made_ready_once_also_of_who_was_erased() {
    var make = new MakeExportReady(ADA, EXPORT, "meetings");
    subject.given().when(make).then(READY);
    subject.given(READY).when(make).then();
    subject.given(READY, ERASED).when(make).then();
    subject.given(ERASED).when(make).then(READY);
  }

  @Test
  void words_are_corrected_until_the_person_is_erased() {
    var rectify = new RectifyWords(ADA, WORDS);
    subject.given().when(rectify).then(new WordsRectified(ADA, WORDS));
    subject.given(ERASED).when(rectify).thenRejected(new PersonIsErased());
  }

  @Test
  void a_view_is_set_beside_words_until_the_person_is_erased() {
    var answer = new AddCounterStatement(ADA, WORDS, VIEW);
    subject.given().when(answer).then(new CounterStatementAdded(ADA, WORDS, VIEW));
    subject.given(ERASED).when(answer).thenRejected(new PersonIsErased());
  }

  @Test
  void evolving_never_refuses() {
    subject.evolvesEvery(
        SubjectEvent.class,
        ERASED,
        READY,
        new WordsRectified(ADA, WORDS),
        new CounterStatementAdded(ADA, WORDS, VIEW));
  }
}
