package uk.onevoice.relationships.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.Answering;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.adapter.http.CandidateViews.SlotCandidates;
import uk.onevoice.relationships.adapter.http.CandidateViews.WaysTo;
import uk.onevoice.relationships.adapter.http.JudgementBodies.AcquaintanceRef;
import uk.onevoice.relationships.adapter.http.JudgementBodies.CandidateRef;
import uk.onevoice.relationships.adapter.http.JudgementBodies.IntroductionRef;
import uk.onevoice.relationships.adapter.http.JudgementBodies.PersuasionRef;
import uk.onevoice.relationships.adapter.http.SlotDesk.Here;
import uk.onevoice.relationships.adapter.store.Counterparts;
import uk.onevoice.relationships.adapter.store.JudgementLog;
import uk.onevoice.relationships.adapter.store.KeptJudgements;
import uk.onevoice.relationships.adapter.store.Known;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.candidate.CandidateCommand;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.AskIntroduction;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.MovePersuasion;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.NoteAcquaintance;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.NoteCandidate;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.PlanPersuasion;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.SetCandidateAside;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.SettleIntroduction;
import uk.onevoice.relationships.domain.candidate.CandidateCommand.WithdrawAcquaintance;
import uk.onevoice.relationships.domain.candidate.CandidateEvent;
import uk.onevoice.relationships.domain.candidate.CandidateEvent.CandidateNoted;
import uk.onevoice.relationships.domain.candidate.CandidateRejection;
import uk.onevoice.relationships.domain.candidate.Candidates;
import uk.onevoice.relationships.domain.candidate.IntroductionId;
import uk.onevoice.relationships.domain.candidate.PersuasionId;
import uk.onevoice.relationships.domain.candidate.Ways.Acquaintance;
import uk.onevoice.relationships.domain.judgement.JudgementCommand;
import uk.onevoice.relationships.domain.judgement.JudgementEvent;
import uk.onevoice.relationships.domain.judgement.JudgementRejection;
import uk.onevoice.relationships.domain.judgement.Judgements;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Commands;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.edge.Versions;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.wiring.Ids;
import uk.onevoice.vault.TypedWords;

/**
 * With whom else of the organisation the team of a slot would like to be in touch, and who opens
 * the door. For that team alone.
 */
@Path("/v1/relationships/slots/{id}")
@RunOnVirtualThread
class CandidatesResource {
  private final CommandHandler<CandidateCommand, Candidates, CandidateEvent, CandidateRejection>
      candidates;
  private final CommandHandler<JudgementCommand, Judgements, JudgementEvent, JudgementRejection>
      judgements;
  private final SlotDesk desk;
  private final TeamCounterparts people;
  private final Counterparts counterparts;
  private final KeptJudgements kept;
  private final JudgementsForReader forReader;
  private final TypedWords words;
  private final Commands commands;
  private final Today today;
  private final Ids ids;

  CandidatesResource(
      CommandHandler<CandidateCommand, Candidates, CandidateEvent, CandidateRejection> candidates,
      CommandHandler<JudgementCommand, Judgements, JudgementEvent, JudgementRejection> judgements,
      SlotDesk desk,
      TeamCounterparts people,
      Counterparts counterparts,
      KeptJudgements kept,
      JudgementsForReader forReader,
      TypedWords words,
      Commands commands,
      Today today,
      Ids ids) {
    this.candidates = candidates;
    this.judgements = judgements;
    this.desk = desk;
    this.people = people;
    this.counterparts = counterparts;
    this.kept = kept;
    this.forReader = forReader;
    this.words = words;
    this.commands = commands;
    this.today = today;
    this.ids = ids;
  }

  @POST
  @Path("/candidates")
  @Permission("noteCandidate")
  public Response note(@PathParam("id") UUID id, JudgementBodies.NoteCandidate wish) {
    Here here = desk.forTeam(id);
    CounterpartRef candidate = wish.counterpartRef();
    Set<UUID> about = people.subject(here, candidate, "/counterpartRef");
    return words.keeping(
        JudgementLog.candidates(here.id()),
        pen ->
            handle(
                here,
                new NoteCandidate(
                    here.id(),
                    candidate,
                    wish.recommendation() == null
                        ? null
                        : pen.about(
                            about,
                            "recommendation",
                            "/recommendation",
                            wish.recommendation(),
                            TypedWords.SHORT,
                            null),
                    today.get()),
                created(here, new CandidateRef(here.id(), candidate))));
  }

  @POST
  @Path("/candidates/{candidateRef}/setting-aside")
  @Permission("setCandidateAside")
  public Response setAside(@PathParam("id") UUID id, @PathParam("candidateRef") UUID candidateRef) {
    Here here = desk.forTeam(id);
    var candidate = new CounterpartRef(candidateRef);
    @Nullable CandidateNoted noted = now(here).noted().get(candidate);
    Response done = done(here, new SetCandidateAside(here.id(), candidate, today.get()));
    if (noted != null && noted.recommendedRef() != null) {
      kept.forget(noted.recommendedRef());
    }
    return done;
  }

  @POST
  @Path("/introductions")
  @Permission("askIntroduction")
  public Response ask(@PathParam("id") UUID id, JudgementBodies.AskIntroduction wish) {
    Here here = desk.forTeam(id);
    people.known(here, wish.candidateRef(), "/candidateRef");
    people.known(here, wish.throughRef(), "/throughRef");
    var introduction = new IntroductionId(ids.get());
    return handle(
        here,
        new AskIntroduction(
            here.id(),
            introduction,
            wish.candidateRef(),
            wish.throughRef(),
            wish.on(),
            today.get()),
        created(here, new IntroductionRef(here.id(), introduction)));
  }

  @POST
  @Path("/introductions/{introductionId}/settlement")
  @Permission("settleIntroduction")
  public Response settle(
      @PathParam("id") UUID id,
      @PathParam("introductionId") UUID introductionId,
      JudgementBodies.SettleIntroduction wish) {
    Here here = desk.forTeam(id);
    return done(
        here,
        new SettleIntroduction(
            here.id(), new IntroductionId(introductionId), wish.made(), wish.on(), today.get()));
  }

  @POST
  @Path("/persuasions")
  @Permission("planPersuasion")
  public Response plan(@PathParam("id") UUID id, JudgementBodies.PlanPersuasion wish) {
    Here here = desk.forTeam(id);
    people.known(here, wish.allyRef(), "/allyRef");
    people.known(here, wish.colleagueRef(), "/colleagueRef");
    var persuasion = new PersuasionId(ids.get());
    return handle(
        here,
        new PlanPersuasion(here.id(), persuasion, wish.allyRef(), wish.colleagueRef(), today.get()),
        created(here, new PersuasionRef(here.id(), persuasion)));
  }

  @POST
  @Path("/persuasions/{persuasionId}/progress")
  @Permission("movePersuasion")
  public Response move(
      @PathParam("id") UUID id,
      @PathParam("persuasionId") UUID persuasionId,
      JudgementBodies.MovePersuasion wish) {
    Here here = desk.forTeam(id);
    return done(
        here,
        new MovePersuasion(
            here.id(), new PersuasionId(persuasionId), wish.progress(), today.get()));
  }

  @POST
  @Path("/acquaintances")
  @Permission("noteAcquaintance")
  public Response know(@PathParam("id") UUID id, JudgementBodies.NoteAcquaintance wish) {
    Here here = desk.forTeam(id);
    var both = new HashSet<>(people.subject(here, wish.oneRef(), "/oneRef"));
    both.addAll(people.subject(here, wish.otherRef(), "/otherRef"));
    String from = wish.from().strip();
    return words.keeping(
        JudgementLog.candidates(here.id()),
        pen -> {
          WordsRef fact =
              pen.about(
                  both,
                  "acquaintance",
                  "/from",
                  from.isEmpty()
                      ? from
                      : new Known(new Acquaintance(wish.oneRef(), wish.otherRef()), from).written(),
                  TypedWords.SHORT,
                  null);
          return handle(
              here,
              new NoteAcquaintance(
                  here.id(), fact, wish.oneRef().equals(wish.otherRef()), today.get()),
              created(here, new AcquaintanceRef(here.id(), fact)));
        });
  }

  @POST
  @Path("/acquaintances/{acquaintanceRef}/withdrawal")
  @Permission("withdrawAcquaintance")
  public Response unknow(
      @PathParam("id") UUID id, @PathParam("acquaintanceRef") UUID acquaintanceRef) {
    Here here = desk.forTeam(id);
    var ref = new WordsRef(acquaintanceRef);
    Response done = done(here, new WithdrawAcquaintance(here.id(), ref));
    kept.forget(ref);
    return done;
  }

  @GET
  @Path("/candidates")
  @Permission("readCandidates")
  public Response read(@PathParam("id") UUID id) {
    Here here = desk.forTeam(id);
    var current = candidates.current(JudgementLog.candidates(here.id()));
    Candidates now = current.state();
    Judgements judged = judgements.current(JudgementLog.stream(here.id())).state();
    Set<UUID> refs =
        now.noted().values().stream()
            .flatMap(noted -> Stream.ofNullable(noted.recommendedRef()))
            .map(WordsRef::value)
            .collect(Collectors.toSet());
    return Response.ok(
            SlotCandidates.of(
                here,
                now,
                counterparts.kept(here.slot().counterparts()),
                forReader.of(here, judged).stream()
                    .filter(each -> judged.stands(each.assessmentRef()))
                    .toList(),
                words.texts(refs),
                known(now)))
        .header("ETag", Versions.etag(current.version()))
        .build();
  }

  @GET
  @Path("/ways")
  @Permission("readWays")
  public WaysTo ways(@PathParam("id") UUID id, @QueryParam("to") @Nullable String to) {
    Here here = desk.forTeam(id);
    var wanted = new CounterpartRef(PageRequest.uuid("to", to));
    people.known(here, wanted, "query:to");
    return WaysTo.of(
        wanted, here.slot(), counterparts.read(here.slot().counterparts()), known(now(here)));
  }

  private Map<WordsRef, Known> known(Candidates now) {
    return words.read(now.acquaintances()).entrySet().stream()
        .flatMap(
            row -> Known.read(row.getValue()).stream().map(each -> Map.entry(row.getKey(), each)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Candidates now(Here here) {
    return candidates.current(JudgementLog.candidates(here.id())).state();
  }

  private Answering<Candidates, CandidateEvent> created(Here here, Object body) {
    return (_, _, _) ->
        commands.created("/v1/relationships/slots/" + here.id().value() + "/candidates", body);
  }

  private Response done(Here here, CandidateCommand command) {
    return handle(here, command, (_, _, _) -> commands.noContent());
  }

  private Response handle(
      Here here, CandidateCommand command, Answering<Candidates, CandidateEvent> answering) {
    return commands.handle(
        candidates,
        JudgementLog.candidates(here.id()),
        command,
        answering,
        JudgementProblems::of,
        here.circumstances());
  }
}
