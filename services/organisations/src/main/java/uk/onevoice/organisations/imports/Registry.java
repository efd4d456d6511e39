package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.Affiliations;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.imported.Import;
import uk.onevoice.organisations.domain.imported.ImportEvent;
import uk.onevoice.organisations.domain.imported.ImportEvent.ImportAccepted;
import uk.onevoice.organisations.domain.imported.ImportEvent.ImportUndone;
import uk.onevoice.organisations.domain.imported.ImportId;
import uk.onevoice.organisations.domain.imported.ImportedSource;
import uk.onevoice.organisations.domain.listsize.ListSize;
import uk.onevoice.organisations.domain.listsize.ListSizeEvent;
import uk.onevoice.organisations.domain.listsize.ListSizes;
import uk.onevoice.organisations.domain.listsize.ListSizesEvent;
import uk.onevoice.organisations.domain.organisation.Organisation;
import uk.onevoice.organisations.domain.organisation.Organisation.Registered;
import uk.onevoice.organisations.domain.organisation.OrganisationEvent;

/**
 * The state of every aggregate that an import may touch, folded from the log. A whole country is
 * compared with a file in memory; what comes of it still has to pass the event store's expected
 * versions. Not for several threads.
 */
public final class Registry {
  private final Map<String, Held<Organisation>> organisations = new HashMap<>();
  private final Map<String, Held<Affiliations>> affiliations = new HashMap<>();
  private final Map<String, Held<ListSize>> listSizes = new HashMap<>();
  private final Map<String, Held<ListSizes>> publications = new HashMap<>();
  private final Map<String, Held<Import>> imports = new HashMap<>();
  private final Map<ImportId, ImportAccepted> standing = new HashMap<>();

  /** Takes the next event of the log; events of other aggregates pass by. */
  public void apply(String stream, long version, Object event) {
    switch (event) {
      case OrganisationEvent it -> evolve(organisations, Organisation.DECIDER, stream, version, it);
      case AffiliationsEvent it -> evolve(affiliations, Affiliations.DECIDER, stream, version, it);
      case ListSizeEvent it -> evolve(listSizes, ListSize.DECIDER, stream, version, it);
      case ListSizesEvent it -> evolve(publications, ListSizes.DECIDER, stream, version, it);
      case ImportEvent it -> {
        evolve(imports, Import.DECIDER, stream, version, it);
        switch (it) {
          case ImportAccepted accepted -> standing.put(accepted.importId(), accepted);
          case ImportUndone(var id) -> standing.remove(id);
        }
      }
      default -> {
        // People, clients, places, topics and forums: no file says anything of them.
      }
    }
  }

  private static <C, S, E, R> void evolve(
      Map<String, Held<S>> all, Decider<C, S, E, R> decider, String stream, long version, E event) {
    var before = all.get(stream);
    var state = before == null ? decider.initial() : before.state();
    all.put(stream, new Held<>(decider.evolve().apply(state, event), version));
  }

  Held<Organisation> organisation(OrganisationId id) {
    return organisations.getOrDefault(
        Streams.organisation(id), new Held<>(Organisation.DECIDER.initial(), 0));
  }

  Held<Affiliations> affiliations(OrganisationId member) {
    return affiliations.getOrDefault(
        Streams.affiliations(member), new Held<>(Affiliations.DECIDER.initial(), 0));
  }

  Held<ListSize> listSize(OrganisationId practice) {
    return listSizes.getOrDefault(
        Streams.listSize(practice), new Held<>(ListSize.DECIDER.initial(), 0));
  }

  Held<ListSizes> publication(YearMonth month) {
    return publications.getOrDefault(
        Streams.listSizes(month), new Held<>(ListSizes.DECIDER.initial(), 0));
  }

  Collection<Held<Organisation>> organisations() {
    return organisations.values();
  }

  /** What is known of an organisation. */
  public Optional<Registered> find(OrganisationId id) {
    return organisation(id).state() instanceof Registered known
        ? Optional.of(known)
        : Optional.empty();
  }

  /** What a member belongs to. */
  public Affiliations affiliationsOf(OrganisationId member) {
    return affiliations(member).state();
  }

  /** The standing import of this content, if there is one. */
  public Optional<ImportId> importOf(String sha256) {
    return standing.values().stream()
        .filter(each -> each.sources().stream().anyMatch(of -> of.sha256().equals(sha256)))
        .map(ImportAccepted::importId)
        .findFirst();
  }

  /**
   * The newest release of each file, among the imports that stand, that speaks of one of these
   * areas. Another's is no word on them, however new it is.
   */
  public Map<Source, LocalDate> newest(Set<String> areas) {
    var newest = new EnumMap<Source, LocalDate>(Source.class);
    speakingOf(areas)
        .forEach(of ->
            newest.merge(
                of.kind(), of.release(), (one, other) -> one.isAfter(other) ? one : other));
    return newest;
  }

  /** The day of the next later patients map that stands and speaks of one of these areas. */
  @Nullable LocalDate nextMap(LocalDate day, Set<String> areas) {
    return speakingOf(areas)
        .filter(of -> of.kind() == Source.PRACTICE_MAP)
        .map(ImportedSource::release)
        .filter(release -> release.isAfter(day))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Stream<ImportedSource> speakingOf(Set<String> areas) {
    return standing.values().stream()
        .flatMap(each -> each.sources().stream())
        .filter(of -> of.areas() == null || of.areas().stream().anyMatch(areas::contains));
  }
}
