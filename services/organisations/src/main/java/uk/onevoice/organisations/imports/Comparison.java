package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsRejection;
import uk.onevoice.organisations.domain.listsize.ListSize;
import uk.onevoice.organisations.domain.listsize.ListSizeCommand;
import uk.onevoice.organisations.domain.listsize.ListSizes;
import uk.onevoice.organisations.domain.listsize.ListSizesCommand;
import uk.onevoice.organisations.domain.organisation.OdsStatement;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationCommand;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;
import uk.onevoice.organisations.domain.organisation.OrganisationRejection;
import uk.onevoice.organisations.domain.organisation.SuccessionKind;

/** Compares a file with the registry: every difference becomes the event that would settle it. */
public final class Comparison {
  private static final int MOST_CHANGES_KEPT = 100_000;

  private final FileContents file;
  private final Registry registry;

  /** Asked of every row: making them again for each would take the square of the rows. */
  private final Set<String> areasInFile;

  private final Map<Source, LocalDate> newestInFile;
  private final Map<OrganisationId, Set<String>> parentsInFile = new HashMap<>();
  private final Map<
          OrganisationId,
          Draft<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection>>
      organisations = new LinkedHashMap<>();
  private final List<StreamPlan> streams = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  private Comparison(FileContents file, Registry registry) {
    this.file = file;
    this.registry = registry;
    this.areasInFile = file.areas();
    this.newestInFile = registry.newest(areasInFile);
    for (var said : file.affiliations()) {
      if (upwards(said.kind())) {
        var parents = parentsInFile.computeIfAbsent(said.member(), _ -> new HashSet<>());
        said.stated().forEach(stated -> parents.add(stated.parent()));
      }
    }
  }

  /** The same file on the same registry always comes to the same. */
  public static Plan of(FileContents file, Registry registry) {
    return new Comparison(file, registry).plan();
  }

  private Plan plan() {
    for (var refusal : file.refusals()) {
      change(Change.Kind.REFUSED, refusal.line(), "", refusal.reason());
    }
    counts.put("rows", file.rows());
    counts.put("refused", file.refused());
    counts.putAll(file.notes());
    file.organisations().values().forEach(this::organisation);
    listings();
    successions();
    organisations.forEach(this::finish);
    file.affiliations().forEach(this::affiliation);
    listSizes();
    return new Plan(streams, changes, counts);
  }

  private Draft<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection> draft(
      OrganisationId id) {
    return organisations.computeIfAbsent(
        id, key -> new Draft<>(Organisation.DECIDER, registry.organisation(key)));
  }

  private void organisation(Said.OfOrganisation said) {
    var statement = said.statement();
    var known = registry.find(statement.id());
    if (said.onlyIfKnown()
        && known.filter(one -> one.is(OrganisationKind.PRACTICE) || isOther(one)).isEmpty()) {
      return;
    }
    take(
        said.line(),
        statement.id(),
        new OrganisationCommand.AcceptOds(statement, newestOf(statement.id())));
  }

  private static boolean isOther(Registered known) {
    return known.is(OrganisationKind.OTHER_PRESCRIBER);
  }

  private void take(long line, OrganisationId id, OrganisationCommand command) {
    draft(id).take(command).ifPresent(rejection -> refuse(line, id.value(), Reasons.of(rejection)));
  }

  private void listings() {
    var from = file.sources().get(Source.PRACTICE_MAP);
    if (from == null) {
      return;
    }
    var areas = areasOfFile();
    var nextMap = registry.nextMap(from, areasInFile);
    for (var practice : file.listed()) {
      if (draft(practice).state() instanceof Organisation.Absent) {
        // Its row was refused: there is nothing yet that could be listed.
        continue;
      }
      take(0, practice, new OrganisationCommand.StateListing(true, from, nextMap));
    }
    for (var held : registry.organisations()) {
      if (held.state() instanceof Registered known
          && known.listedOn(from)
          && !file.listed().contains(known.id())
          && areas.stream().anyMatch(areasOf(known.id())::contains)) {
        take(0, known.id(), new OrganisationCommand.StateListing(false, from, nextMap));
      }
    }
  }

  /**
   * What the map speaks for: its regions, or the largest areas that it has. A map of one region
   * says nothing about practices elsewhere.
   */
  private Set<String> areasOfFile() {
    for (var kind :
        List.of(OrganisationKind.REGION, OrganisationKind.ICB, OrganisationKind.SUB_ICB)) {
      var areas =
          file.organisations().values().stream()
              .map(Said.OfOrganisation::statement)
              .filter(statement -> statement.kind() == kind)
              .map(statement -> statement.id().value())
              .collect(Collectors.toSet());
      if (!areas.isEmpty()) {
        return areas;
      }
    }
    return Set.of();
  }

  /** The newest release of each file that speaks of where this organisation is. */
  private Map<Source, LocalDate> newestOf(OrganisationId id) {
    var areas = areasOf(id);
    // Nobody says where it is: then it is somewhere in what this file speaks of.
    return areas.size() == 1 ? newestInFile : registry.newest(areas);
  }

  /** It, and every area that it belongs to or belonged to, upwards, as known or as said here. */
  private Set<String> areasOf(OrganisationId id) {
    var areas = new HashSet<>(Set.of(id.value()));
    var waiting = new ArrayList<>(List.of(id));
    while (!waiting.isEmpty()) {
      var member = waiting.removeLast();
      var parents = new HashSet<>(parentsInFile.getOrDefault(member, Set.of()));
      for (var each : registry.affiliationsOf(member).all()) {
        if (upwards(each.kind())) {
          parents.add(each.parentId());
        }
      }
      for (var parent : parents) {
        if (areas.add(parent)) {
          waiting.add(new OrganisationId(parent));
        }
      }
    }
    return areas;
  }

  private static boolean upwards(AffiliationKind kind) {
    return kind == AffiliationKind.COMMISSIONED_BY || kind == AffiliationKind.GEOGRAPHY;
  }

  private void successions() {
    var byPredecessor =
        file.successions().stream()
            .sorted(Comparator.comparing(Said.OfSuccession::date))
            .collect(
                Collectors.groupingBy(
                    said -> Map.entry(said.predecessor(), said.date()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byPredecessor.forEach((key, rows) -> {
      var first = rows.getFirst();
      rows.forEach(said -> named(said.line(), said.successor(), said.successorName(), said.date()));
      named(first.line(), key.getKey(), first.predecessorName(), key.getValue());
      var successors = rows.stream().map(Said.OfSuccession::successor).toList();
      var kind = successors.size() > 1 ? SuccessionKind.SPLIT : first.kind();
      take(
          first.line(),
          key.getKey(),
          new OrganisationCommand.RecordSuccession(successors, kind, key.getValue()));
    });
  }

  /** Successions give short names: better than none, and never better than another file's. */
  private void named(long line, OrganisationId icb, String name, LocalDate date) {
    boolean named =
        draft(icb).state() instanceof Registered known
            && !known.withdrawn()
            && !known.record().name().equals(icb.value());
    if (!named) {
      var statement =
          new OdsStatement(
              icb, Source.ICB_SUCCESSION, date, name, OrganisationKind.ICB, null, null, null, null);
      take(line, icb, new OrganisationCommand.AcceptOds(statement, newestOf(icb)));
    }
  }

  private void finish(
      OrganisationId id,
      Draft<OrganisationCommand, Organisation, OrganisationEvent, OrganisationRejection> draft) {
    if (draft.events().isEmpty()) {
      return;
    }
    streams.add(draft.plan(Streams.organisation(id)));
    draft.events().forEach(this::count);
    var said = file.organisations().get(id);
    long line = said == null ? 0 : said.line();
    var now = draft.state() instanceof Registered known ? known : null;
    var was = draft.before() instanceof Registered known ? known : null;
    if (now != null) {
      change(kind(was, now), line, id.value(), Wording.of(was, now, draft.events()));
    }
  }

  private static Change.Kind kind(@Nullable Registered was, Registered now) {
    if (was == null) {
      return Change.Kind.REGISTER;
    }
    boolean closes = was.record().end() == null && now.record().end() != null;
    return closes ? Change.Kind.CLOSE : Change.Kind.CHANGE;
  }

  private void affiliation(Said.OfAffiliation said) {
    var member = said.member();
    var draft =
        new Draft<AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection>(
            Affiliations.DECIDER, heldAffiliations(member));
    var rejection =
        draft.take(
            new AffiliationsCommand.AcceptOds(
                member, said.kind(), List.copyOf(said.stated()), said.release(), newestWord(said)));
    if (rejection.isPresent()) {
      refuse(said.line(), member.value(), Reasons.of(rejection.get()));
      return;
    }
    if (draft.events().isEmpty()) {
      return;
    }
    draft.events().forEach(this::count);
    addAffiliations(member, draft);
    if (!isNew(member)) {
      change(
          Change.Kind.CHANGE,
          said.line(),
          member.value(),
          Wording.of(said.kind(), draft.before(), draft.state()));
    }
  }

  private boolean isNew(OrganisationId member) {
    var draft = organisations.get(member);
    return draft != null && draft.before() instanceof Organisation.Absent;
  }

  /** The newest file that has spoken of this belonging. */
  private @Nullable LocalDate newestWord(Said.OfAffiliation said) {
    var newest = newestOf(said.member());
    return wordsOn(said).stream()
        .map(newest::get)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private Set<Source> wordsOn(Said.OfAffiliation said) {
    var known = registry.find(said.member()).orElse(null);
    var here = file.organisations().get(said.member());
    var kinds =
        known != null
            ? known.record().kinds()
            : here != null ? List.of(here.statement().kind()) : List.<OrganisationKind>of();
    var words = EnumSet.noneOf(Source.class);
    kinds.forEach(kind -> words.addAll(wordsOn(said.kind(), kind)));
    if (known != null && known.is(OrganisationKind.PRACTICE) && !isOnTheMap(known)) {
      words.remove(Source.PRACTICE_MAP);
    }
    return words;
  }

  /** The files that say what a member of this kind belongs to in this way. */
  private static Set<Source> wordsOn(AffiliationKind belonging, OrganisationKind member) {
    return switch (belonging) {
      case COMMISSIONED_BY ->
          switch (member) {
            case PRACTICE, OTHER_PRESCRIBER -> Set.of(Source.EPRACCUR, Source.PRACTICE_MAP);
            case PCN -> Set.of(Source.EPCN);
            case SUB_ICB, ICB, REGION, TRUST, COUNCIL, FEDERATION, LMC, LEADERSHIP_GROUP ->
                Set.of(Source.ECCG, Source.PRACTICE_MAP);
          };
      case PCN_CORE -> Set.of(Source.EPCN_CORE_PARTNERS, Source.PRACTICE_MAP);
      case GEOGRAPHY ->
          switch (member) {
            case TRUST -> Set.of(Source.ETR);
            case COUNCIL -> Set.of(Source.COUNCILS);
            case PRACTICE,
                OTHER_PRESCRIBER,
                PCN,
                SUB_ICB,
                ICB,
                REGION,
                FEDERATION,
                LMC,
                LEADERSHIP_GROUP ->
                Set.of(Source.PRACTICE_MAP);
          };
      case FEDERATION, LMC, PLACE, NEIGHBOURHOOD -> Set.of();
    };
  }

  private static boolean isOnTheMap(Registered practice) {
    var latest = practice.listed().lastEntry();
    return latest != null && latest.getValue();
  }

  private final Map<OrganisationId, Integer> affiliationStreams = new LinkedHashMap<>();
  private final Map<OrganisationId, Affiliations> drafted = new LinkedHashMap<>();

  private Held<Affiliations> heldAffiliations(OrganisationId member) {
    var held = registry.affiliations(member);
    var now = drafted.get(member);
    return now == null ? held : new Held<>(now, held.version());
  }

  /** A member's two kinds of belonging are one stream, so they are one append. */
  private void addAffiliations(
      OrganisationId member,
      Draft<AffiliationsCommand, Affiliations, AffiliationsEvent, AffiliationsRejection> draft) {
    drafted.put(member, draft.state());
    var plan = draft.plan(Streams.affiliations(member));
    var at = affiliationStreams.get(member);
    if (at == null) {
      affiliationStreams.put(member, streams.size());
      streams.add(plan);
    } else {
      var events = new ArrayList<>(streams.get(at).events());
      events.addAll(plan.events());
      streams.set(at, new StreamPlan(plan.stream(), plan.version(), events));
    }
  }

  private void listSizes() {
    var release = file.sources().get(Source.LIST_SIZES);
    if (release == null) {
      return;
    }
    var month = YearMonth.from(release);
    long total = 0;
    for (var said : file.listSizes().values()) {
      total += said.patients();
      var draft = new Draft<>(ListSize.DECIDER, registry.listSize(said.practice()));
      draft
          .take(new ListSizeCommand.PublishListSize(said.practice(), month, said.patients()))
          .ifPresent(
              rejection -> refuse(said.line(), said.practice().value(), rejection.toString()));
      if (!draft.events().isEmpty()) {
        streams.add(draft.plan(Streams.listSize(said.practice())));
        draft.events().forEach(this::count);
        change(
            Change.Kind.CHANGE,
            said.line(),
            said.practice().value(),
            month + ": " + said.patients() + " patients");
      }
    }
    var publication = new Draft<>(ListSizes.DECIDER, registry.publication(month));
    publication.take(
        new ListSizesCommand.PublishListSizes(
            month, file.listSizes().size(), total, file.sha256()));
    if (!publication.events().isEmpty()) {
      streams.add(publication.plan(Streams.listSizes(month)));
      publication.events().forEach(this::count);
    }
  }

  private void count(Object event) {
    counts.merge(event.getClass().getSimpleName(), 1, Integer::sum);
  }

  private void refuse(long line, String code, String reason) {
    counts.merge("refused", 1, Integer::sum);
    change(Change.Kind.REFUSED, line, code, reason);
  }

  private void change(Change.Kind kind, long line, String code, String what) {
    if (kind != Change.Kind.REFUSED) {
      counts.merge(kind.name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
    }
    if (changes.size() < MOST_CHANGES_KEPT) {
      changes.add(new Change(kind, line, code, what));
    }
  }
}
