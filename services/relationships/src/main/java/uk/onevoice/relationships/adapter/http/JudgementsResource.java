package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.JudgementBodies.AssessmentRef;
import uk.onevoice.relationships.adapter.http.JudgementBodies.EvidenceRef;
import uk.onevoice.relationships.adapter.http.JudgementViews.SlotJudgements;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.Counterparts;
import uk.onevoice.relationships.adapter.store.Judged;
import uk.onevoice.relationships.adapter.store.JudgementLog;
import uk.onevoice.relationships.adapter.store.KeptJudgements;
import uk.onevoice.relationships.adapter.store.KeptJudgements.Kept;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.judgement.JudgementCommand;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.EvidenceTest;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.RecordAssessment;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.WithdrawAssessment;
import uk.onevoice.relationships.domain.judgement.JudgementCommand.WithdrawTest;
import uk.onevoice.relationships.domain.judgement.JudgementEvent;
import uk.onevoice.relationships.domain.judgement.JudgementRejection;
import uk.onevoice.relationships.domain.judgement.Judgements;
import uk.onevoice.relationships.domain.judgement.Surroundings;
import uk.onevoice.relationships.domain.judgement.Sway;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.vault.TypedWords;

/**
 * What the team of a slot judges and has seen of people of the other side. For that team alone; who
 * is judged can ask to read it.
 */
@Path("/v1/relationships/slots/{id}")
@RunOnVirtualThread
class JudgementsResource {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final int HEAD = 200;

  private final CommandHandler<JudgementCommand, Judgements, JudgementEvent, JudgementRejection>
      judgements;
  private final SlotDesk desk;
  private final TeamCounterparts people;
  private final Counterparts counterparts;
  private final KeptJudgements kept;
  private final TypedWords words;
  private final Commands commands;
  private final Today today;

  JudgementsResource(
      CommandHandler<JudgementCommand, Judgements, JudgementEvent, JudgementRejection> judgements,
      SlotDesk desk,
      TeamCounterparts people,
      Counterparts counterparts,
      KeptJudgements kept,
      TypedWords words,
      Commands commands,
      Today today) {
    this.judgements = judgements;
    this.desk = desk;
    this.people = people;
    this.counterparts = counterparts;
    this.kept = kept;
    this.words = words;
    this.commands = commands;
    this.today = today;
  }

  @POST
  @Path("/judgements")
  @Permission("recordAssessment")
  public Response record(@PathParam("id") UUID id, JudgementBodies.RecordAssessment wish) {
    Here here = desk.forTeam(id);
    Set<UUID> about = people.subject(here, wish.counterpartRef(), "/counterpartRef");
    PersonId author = people.caller();
    LocalDate until =
        wish.until() == null ? today.get().plusMonths(Judgements.USUAL_MONTHS) : wish.until();
    var judged = new Judged(wish.verdict(), wish.basis(), wish.counterpartRef());
    Judgements now = now(here);
    List<WordsRef> replaces =
        kept.of(here.id(), now).stream()
            .filter(earlier -> answersTheSame(earlier.judged(), judged))
            .map(Kept::assessmentRef)
            .toList();
    return words.keeping(
        JudgementLog.stream(here.id()),
        pen -> {
          var both = new HashSet<>(about);
          both.add(author.value());
          Instant ends = until.atStartOfDay(LONDON).toInstant();
          WordsRef head = pen.about(both, "judgement", "/verdict", judged.written(), HEAD, ends);
          WordsRef typed =
              pen.about(both, "judgement-words", "/words", wish.words(), TypedWords.MIDDLE, ends);
          Stream<Sway> added = KeptJudgements.sways(head, today.get(), until, judged, here.slot());
          return handle(
              here,
              new RecordAssessment(
                  here.id(),
                  head,
                  typed,
                  until,
                  replaces,
                  about.stream()
                      .anyMatch(subject -> desk.records(author).contains(new PersonId(subject))),
                  around(here, now, added)),
              (_, _, _) ->
                  commands.created(
                      "/v1/relationships/slots/" + id + "/judgements",
                      new AssessmentRef(here.id(), head)));
        });
  }

  private static boolean answersTheSame(Judged one, Judged other) {
    return one.counterpart().equals(other.counterpart())
        && one.verdict().axis() == other.verdict().axis();
  }

  @POST
  @Path("/judgements/{assessmentRef}/withdrawal")
  @Permission("withdrawAssessment")
  public Response withdraw(
      @PathParam("id") UUID id, @PathParam("assessmentRef") UUID assessmentRef) {
    Here here = desk.forTeam(id);
    var ref = new WordsRef(assessmentRef);
    Judgements now = now(here);
    Response done =
        handle(
            here,
            new WithdrawAssessment(
                here.id(),
                ref,
                kept.isBy(ref, desk.records(people.caller())),
                around(here, now, Stream.of())),
            (_, _, _) -> commands.noContent());
    // Nobody reads them any more: they need not wait for the day on which they would have gone.
    kept.forget(ref, now);
    return done;
  }

  @POST
  @Path("/tests")
  @Permission("evidenceTest")
  public Response evidence(@PathParam("id") UUID id, JudgementBodies.EvidenceTest wish) {
    Here here = desk.forTeam(id);
    Set<UUID> about =
        wish.counterpartRef() == null
            ? counterparts.subjects(namedBy(here, wish))
            : people.subject(here, wish.counterpartRef(), "/counterpartRef");
    return words.keeping(
        JudgementLog.stream(here.id()),
        pen -> {
          WordsRef evidence =
              pen.about(
                  about, "test-evidence", "/evidence", wish.evidence(), TypedWords.SHORT, null);
          return handle(
              here,
              new EvidenceTest(
                  here.id(),
                  wish.relationshipId(),
                  wish.test(),
                  wish.on(),
                  evidence,
                  around(here, now(here), Stream.of())),
              (_, _, _) ->
                  commands.created(
                      "/v1/relationships/slots/" + id + "/judgements",
                      new EvidenceRef(here.id(), evidence)));
        });
  }

  private static Set<CounterpartRef> namedBy(Here here, JudgementBodies.EvidenceTest wish) {
    @Nullable Relationship held = here.slot().relationships().get(wish.relationshipId());
    return held == null ? Set.of() : held.counterparts();
  }

  @POST
  @Path("/tests/{evidenceRef}/withdrawal")
  @Permission("withdrawTest")
  public Response withdrawTest(
      @PathParam("id") UUID id, @PathParam("evidenceRef") UUID evidenceRef) {
    Here here = desk.forTeam(id);
    var ref = new WordsRef(evidenceRef);
    Response done =
        handle(
            here,
            new WithdrawTest(here.id(), ref, around(here, now(here), Stream.of())),
            (_, _, _) -> commands.noContent());
    kept.forget(ref);
    return done;
  }

  @GET
  @Path("/judgements")
  @Permission("readJudgements")
  public Response read(@PathParam("id") UUID id) {
    Here here = desk.forTeam(id);
    var current = judgements.current(JudgementLog.stream(here.id()));
    Judgements now = current.state();
    return Response.ok(
            SlotJudgements.of(
                here.id(),
                now,
                kept.of(here.id(), now),
                words.texts(now.tests().keySet().stream().map(WordsRef::value).toList()),
                author -> desk.standing(KeptJudgements.person(author)).value(),
                today.get()))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  private Judgements now(Here here) {
    return judgements.current(JudgementLog.stream(here.id())).state();
  }

  private Surroundings around(Here here, Judgements now, Stream<Sway> added) {
    return new Surroundings(
        KeptJudgements.live(here.slot()),
        Stream.concat(kept.sways(here.id(), here.slot(), now).stream(), added).toList(),
        today.get());
  }

  private Response handle(
      Here here, JudgementCommand command, Answering<Judgements, JudgementEvent> answering) {
    return commands.handle(
        judgements,
        JudgementLog.stream(here.id()),
        command,
        answering,
        JudgementProblems::of,
        here.circumstances());
  }
}
