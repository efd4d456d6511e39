package uk.onevoice.organisations.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventStore;
import uk.onevoice.eventstore.StoredEvent;
import uk.onevoice.organisations.adapter.http.RightsBodies.Erasure;
import uk.onevoice.organisations.adapter.http.RightsBodies.ExportView;
import uk.onevoice.organisations.adapter.http.RightsBodies.RequestView;
import uk.onevoice.organisations.adapter.http.RightsBodies.RightsView;
import uk.onevoice.organisations.adapter.http.RightsBodies.ServiceOfExport;
import uk.onevoice.organisations.adapter.store.PeopleCopy;
import uk.onevoice.organisations.adapter.store.RegistryLog;
import uk.onevoice.organisations.adapter.store.SubjectAnswers;
import uk.onevoice.organisations.adapter.store.SubjectAnswers.Answered;
import uk.onevoice.organisations.domain.person.PersonEvent.PersonErased;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.rights.ExportId;
import uk.onevoice.organisations.domain.rights.RequestId;
import uk.onevoice.organisations.domain.rights.RightsEvent;
import uk.onevoice.organisations.domain.rights.RightsEvent.ExportRequested;
import uk.onevoice.organisations.domain.rights.RightsEvent.ProcessingRestricted;
import uk.onevoice.organisations.domain.rights.RightsEvent.RequestSettled;
import uk.onevoice.organisations.domain.rights.RightsEvent.RestrictionLifted;
import uk.onevoice.organisations.domain.rights.RightsEvent.RightRequested;
import uk.onevoice.organisations.domain.rights.WordsRef;
import uk.onevoice.vault.Vault;
import uk.onevoice.vault.VaultRef;

/** Tells what a person has asked for, with the times that the log knows. */
@ApplicationScoped
class RightsHistory {
  private final EventStore store;
  private final PeopleCopy copy;
  private final RegistryLog log;
  private final SubjectAnswers answers;
  private final Vault vault;

  RightsHistory(
      EventStore store, PeopleCopy copy, RegistryLog log, SubjectAnswers answers, Vault vault) {
    this.store = store;
    this.copy = copy;
    this.log = log;
    this.answers = answers;
    this.vault = vault;
  }

  /** What was asked under any record of the human being, oldest first. */
  RightsView of(PersonId person) {
    var requests = new LinkedHashMap<RequestId, RequestView>();
    var exports = new ArrayList<ExportView>();
    boolean restricted = false;
    for (PersonId record : records(person)) {
      restricted |= read(record, requests, exports);
    }
    return new RightsView(
        person,
        restricted,
        erasure(person).orElse(null),
        requests.values().stream().sorted(Comparator.comparing(RequestView::requestedAt)).toList(),
        exports.stream().sorted(Comparator.comparing(ExportView::requestedAt)).toList());
  }

  private List<PersonId> records(PersonId person) {
    return copy.ask(everybody -> everybody.records(person));
  }

  /** Whether words about this record are restricted. */
  private boolean read(
      PersonId record, Map<RequestId, RequestView> requests, List<ExportView> exports) {
    boolean restricted = false;
    for (StoredEvent stored : store.stream(RegistryLog.rights(record), 0)) {
      switch ((RightsEvent) log.read(stored)) {
        case RightRequested asked ->
            requests.put(asked.requestId(), open(asked, stored.occurredAt()));
        case RequestSettled settled ->
            requests.computeIfPresent(
                settled.requestId(), (_, open) -> settled(open, settled, stored.occurredAt()));
        case ProcessingRestricted _ -> restricted = true;
        case RestrictionLifted _ -> restricted = false;
        case ExportRequested(_, var export, var due) ->
            exports.add(export(record, export, stored.occurredAt(), due));
      }
    }
    return restricted;
  }

  private RequestView open(RightRequested asked, Instant at) {
    return new RequestView(
        asked.requestId(), asked.right(), words(asked.wordsRef()), at, asked.due(), null, null);
  }

  private static RequestView settled(RequestView open, RequestSettled settled, Instant at) {
    return new RequestView(
        open.requestId(),
        open.right(),
        open.words(),
        open.requestedAt(),
        open.due(),
        settled.outcome(),
        at);
  }

  /** Also while words about the person are restricted: they are the person's own, to us. */
  private @Nullable String words(@Nullable WordsRef ref) {
    return ref == null
        ? null
        : vault.find(new VaultRef(ref.value())).map(found -> found.text()).orElse(null);
  }

  /** A service has answered when it has for each of the human being's records. */
  Optional<Erasure> erasure(PersonId person) {
    return store.stream(RegistryLog.stream(person), 0).stream()
        .filter(stored -> stored.type().equals(PersonErased.class.getSimpleName()))
        .findFirst()
        .map(stored ->
            new Erasure(
                person,
                stored.occurredAt(),
                records(person).stream()
                    .map(answers::toErasure)
                    .reduce(RightsHistory::both)
                    .orElseGet(List::of)));
  }

  /** The same services in the same order; the later of two answers, null while one is missing. */
  private static List<Answered> both(List<Answered> one, List<Answered> other) {
    return IntStream.range(0, one.size())
        .mapToObj(
            i -> new Answered(one.get(i).service(), later(one.get(i).at(), other.get(i).at())))
        .toList();
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return null;
    }
    return one.isAfter(other) ? one : other;
  }

  private ExportView export(PersonId person, ExportId export, Instant at, LocalDate due) {
    return new ExportView(
        export,
        person,
        at,
        due,
        answers.toExport(person, export.value()).stream()
            .map(answered ->
                new ServiceOfExport(
                    answered.service(), record(answered.service(), person), answered.at()))
            .toList());
  }

  /**
   * Each service answers below a segment of its own; organisations is asked about people itself.
   */
  private static String record(String service, PersonId person) {
    return service.equals("organisations")
        ? "/v1/people/" + person + "/record"
        : "/v1/" + service + "/people/" + person + "/record";
  }
}
