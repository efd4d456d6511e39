package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.MandateLog;
import uk.onevoice.mandates.domain.Answer;
import uk.onevoice.mandates.domain.ConsentCommand.ConfirmCarried;
import uk.onevoice.mandates.domain.ConsentCommand.Given;
import uk.onevoice.mandates.domain.ConsentCommand.Remind;
import uk.onevoice.mandates.domain.ConsentCommand.Respond;
import uk.onevoice.mandates.domain.ConsentEvent;
import uk.onevoice.mandates.domain.ConsentEvent.PracticesReminded;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.Manner;
import uk.onevoice.mandates.domain.Manner.Through;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.security.Permission;
import uk.onevoice.security.Scope;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.Problem;
import uk.onevoice.vault.TypedWords;

/** What others record of practices' answers: taken at a meeting, by letter, from a table. */
@Path("/v1/mandates")
@RunOnVirtualThread
class AnswersResource {
  static final String EVIDENCE = "answer-evidence";
  static final String WORDS = "answer-words";

  private final MandateDesk desk;
  private final TypedWords words;
  private final AnswerTables tables;
  private final Registry registry;
  private final Commands commands;
  private final Scope scope;
  private final Today today;

  AnswersResource(
      MandateDesk desk,
      TypedWords words,
      AnswerTables tables,
      Registry registry,
      Commands commands,
      Scope scope,
      Today today) {
    this.desk = desk;
    this.words = words;
    this.tables = tables;
    this.registry = registry;
    this.commands = commands;
    this.scope = scope;
    this.today = today;
  }

  /** Where answers can be taken that are recorded one by one. */
  enum Taken {
    MEETING,
    LETTER
  }

  record RecordedAnswer(PracticeId practiceId, Answer answer, @Nullable String words) {}

  record RecordedAnswers(
      Taken through,
      @Nullable LocalDate on,
      @Nullable Integer version,
      String evidence,
      List<RecordedAnswer> answers) {}

  /** Where answers of a table can come from. */
  enum From {
    MEETING,
    LETTER,
    IMPORT
  }

  record AnswerTable(String csv, From through, @Nullable Integer version, String evidence) {}

  record Recorded(int recorded) {}

  /**
   * @param practiceIds among whom; null for all
   */
  record Reminder(@Nullable Set<PracticeId> practiceIds) {}

  record Reminded(List<PracticeId> practiceIds) {}

  record CarriedAnswer(PracticeId practiceId, PracticeId fromPracticeId) {}

  @POST
  @Path("/{id}/reminders")
  @Permission("remindPractices")
  public Response remind(@PathParam("id") UUID id, Reminder wish) {
    var asked = desk.inPlace(id);
    return desk.handle(
        new Remind(
            asked.mandate().id(),
            wish.practiceIds(),
            today.get(),
            desk.electorate(asked.mandate())),
        (_, _, events) ->
            commands.ok(
                new Reminded(
                    events.stream()
                        .filter(PracticesReminded.class::isInstance)
                        .flatMap(event -> ((PracticesReminded) event).practiceIds().stream())
                        .toList())),
        asked.circumstances());
  }

  @POST
  @Path("/{id}/recorded-answers")
  @Permission("recordAnswers")
  public Response record(@PathParam("id") UUID id, RecordedAnswers wish) {
    var asked = desk.inPlace(id);
    if (wish.answers().isEmpty()) {
      throw Problem.invalid("/answers", "holds at least one answer").exception();
    }
    LocalDate on = wish.on() == null ? today.get() : wish.on();
    return words.keeping(
        MandateLog.stream(asked.mandate().id()),
        pen -> {
          List<Given> given = new ArrayList<>();
          for (int i = 0; i < wish.answers().size(); i++) {
            var answer = wish.answers().get(i);
            given.add(
                given(
                    answer.practiceId(),
                    answer.answer(),
                    on,
                    pen.ifAny(WORDS, "/answers/" + i + "/words", answer.words())));
          }
          return recorded(
              asked,
              given,
              wish.version(),
              Through.valueOf(wish.through().name()),
              evidence(wish.evidence(), pen));
        });
  }

  @POST
  @Path("/{id}/answer-imports/preview")
  @Permission("previewAnswers")
  public AnswerTables.Preview preview(@PathParam("id") UUID id, AnswerTable table) {
    var asked = desk.inPlace(id);
    return tables.preview(table.csv(), table.version(), asked.mandate());
  }

  @POST
  @Path("/{id}/answer-imports")
  @Permission("importAnswers")
  public Response take(@PathParam("id") UUID id, AnswerTable table) {
    var asked = desk.inPlace(id);
    var rows = tables.rows(table.csv());
    if (!rows.errors().isEmpty()) {
      var problem = Problem.unprocessable("answers-not-recorded", "Some rows cannot be recorded.");
      for (var error : rows.errors()) {
        problem = problem.at("/csv", "row " + error.row() + ": " + error.message());
      }
      throw problem.exception();
    }
    return words.keeping(
        MandateLog.stream(asked.mandate().id()),
        pen ->
            recorded(
                asked,
                rows.rows().stream()
                    .map(row ->
                        given(
                            row.practiceId(),
                            row.answer(),
                            row.on(),
                            pen.ifAny(WORDS, "/csv", row.words())))
                    .toList(),
                table.version(),
                Through.valueOf(table.through().name()),
                evidence(table.evidence(), pen)));
  }

  @POST
  @Path("/{id}/carried-answers")
  @Permission("confirmCarriedAnswer")
  public Response confirm(@PathParam("id") UUID id, CarriedAnswer wish) {
    scope.at(new uk.onevoice.directory.OrganisationId(wish.practiceId().value()));
    Opened mandate = desk.opened(id);
    return desk.done(
        new ConfirmCarried(
            mandate.id(),
            wish.practiceId(),
            wish.fromPracticeId(),
            desk.inPlace(wish.practiceId(), mandate, today.get()),
            true,
            today.get(),
            desk.electorate(mandate)),
        desk.actingFor(new OrganisationId(wish.practiceId().value()), mandate.opening().placeId()));
  }

  private static UUID evidence(String typed, TypedWords.Pen pen) {
    @Nullable UUID ref = pen.ifAny(EVIDENCE, "/evidence", typed);
    if (ref == null) {
      throw Problem.invalid("/evidence", "is required").exception();
    }
    return ref;
  }

  /** Whoever records it says on what evidence, instead of having authority of their own. */
  private Given given(PracticeId practice, Answer answer, LocalDate on, @Nullable UUID said) {
    return new Given(practice, registry.belonging(practice, on), true, answer, on, said);
  }

  private Response recorded(
      MandateDesk.Asked asked,
      List<Given> given,
      @Nullable Integer version,
      Through through,
      UUID evidence) {
    return desk.handle(
        new Respond(
            asked.mandate().id(),
            given,
            version,
            new Manner(through, null, evidence, null, null),
            today.get(),
            desk.electorate(asked.mandate())),
        (_, _, events) ->
            commands.ok(
                new Recorded((int) events.stream().filter(ConsentEvent.class::isInstance).count())),
        asked.circumstances());
  }
}
