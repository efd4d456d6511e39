package uk.onevoice.organisations.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.OrganisationKind;
import uk.onevoice.organisations.domain.Source;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsCommand.Stated;
import uk.onevoice.organisations.domain.imported.ImportedSource;
import uk.onevoice.organisations.domain.organisation.OdsStatement;
import uk.onevoice.organisations.domain.organisation.SuccessionKind;
import uk.onevoice.organisations.imports.UnreadableFile.Reason;

/** All that an uploaded file says, and the lines that could not be used. */
public final class FileContents {
  /** Several times what any official file says; what more says is held in memory. */
  static final int MOST_STATEMENTS = 100_000;

  /** Parents of one member; comparing takes their number squared. */
  static final int MOST_OF_ONE_MEMBER = 1_000;

  private static final int MOST_REFUSALS_KEPT = 5_000;

  private final String sha256;
  private final Map<Source, LocalDate> sources = new EnumMap<>(Source.class);
  private final Map<OrganisationId, Said.OfOrganisation> organisations = new LinkedHashMap<>();
  private final Map<String, Said.OfAffiliation> affiliations = new LinkedHashMap<>();
  private final Set<String> areas = new HashSet<>();
  private final Set<OrganisationId> listed = new LinkedHashSet<>();
  private final Map<OrganisationId, Said.OfListSize> listSizes = new LinkedHashMap<>();
  private final List<Said.OfSuccession> successions = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final Map<String, Long> firstLines = new HashMap<>();
  private final Map<String, Integer> notes = new TreeMap<>();
  private int rows;
  private int refused;

  FileContents(String sha256) {
    this.sha256 = sha256;
  }

  public String sha256() {
    return sha256;
  }

  /** The tables found in the file, with the release of each. */
  public Map<Source, LocalDate> sources() {
    return sources;
  }

  /** Lines with something in them, header not counted. */
  public int rows() {
    return rows;
  }

  public int refused() {
    return refused;
  }

  /** The first few thousand of them. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** How many rows were passed over on purpose, by the reason. */
  public Map<String, Integer> notes() {
    return notes;
  }

  /** The tables as the import of this file records them. */
  public List<ImportedSource> imported() {
    var named = List.copyOf(areas());
    return sources.entrySet().stream()
        .map(of -> new ImportedSource(of.getKey(), sha256, of.getValue(), named))
        .toList();
  }

  /** Codes of the regions, ICBs and sub-ICB locations that it names, in order. */
  Set<String> areas() {
    var all = new TreeSet<>(areas);
    for (var said : organisations.values()) {
      switch (said.statement().kind()) {
        case REGION, ICB, SUB_ICB -> all.add(said.statement().id().value());
        case PRACTICE, PCN, TRUST, COUNCIL, OTHER_PRESCRIBER, FEDERATION, LMC, LEADERSHIP_GROUP -> {
          // Lies in an area and is none.
        }
      }
    }
    return all;
  }

  /** Where a member is, as a file says that does not tell of the area itself. */
  void area(OrganisationId code) throws UnreadableFile {
    areas.add(code.value());
    bound(areas.size());
  }

  Map<OrganisationId, Said.OfOrganisation> organisations() {
    return organisations;
  }

  Iterable<Said.OfAffiliation> affiliations() {
    return affiliations.values();
  }

  Set<OrganisationId> listed() {
    return listed;
  }

  Map<OrganisationId, Said.OfListSize> listSizes() {
    return listSizes;
  }

  List<Said.OfSuccession> successions() {
    return successions;
  }

  void released(Source source, LocalDate release) {
    sources.put(source, release);
  }

  void countRow() {
    rows++;
  }

  void note(String reason) {
    notes.merge(reason, 1, Integer::sum);
  }

  void refuse(long line, String reason) {
    refused++;
    if (refusals.size() < MOST_REFUSALS_KEPT) {
      refusals.add(new Refusal(line, reason));
    }
  }

  /** Refuses the row when the same thing was said on an earlier line. */
  void once(String key, long line) throws UnreadableFile {
    var first = firstLines.putIfAbsent(key, line);
    if (first != null) {
      throw new RowRefused(key + " is on line " + first + " already");
    }
    bound(firstLines.size());
  }

  void organisation(long line, OdsStatement statement) throws UnreadableFile {
    organisation(line, statement, false);
  }

  void organisation(long line, OdsStatement statement, boolean onlyIfKnown) throws UnreadableFile {
    var said = new Said.OfOrganisation(line, statement, onlyIfKnown);
    organisations.merge(
        statement.id(), said, (before, now) -> before.statement().name() == null ? now : before);
    bound(organisations.size());
  }

  /** That there is such an organisation, unless the file says more of it. */
  void codeOnly(
      long line, OrganisationId id, Source source, LocalDate release, OrganisationKind kind)
      throws UnreadableFile {
    organisation(line, OdsStatement.codeOnly(id, source, release, kind));
  }

  /**
   * @param stated null says that the member belongs to none on the release day
   */
  void affiliation(
      long line,
      OrganisationId member,
      AffiliationKind kind,
      LocalDate release,
      @Nullable Stated stated)
      throws UnreadableFile {
    var key = member.value() + "|" + kind;
    var said =
        affiliations.computeIfAbsent(
            key, _ -> new Said.OfAffiliation(line, member, kind, release, new LinkedHashSet<>()));
    if (stated != null) {
      said.stated().add(stated);
    }
    bound(affiliations.size());
    if (said.stated().size() > MOST_OF_ONE_MEMBER) {
      throw new UnreadableFile(
          Reason.TOO_LARGE,
          "The file says more than " + MOST_OF_ONE_MEMBER + " times where " + member + " belongs.");
    }
  }

  void listed(OrganisationId practice) throws UnreadableFile {
    listed.add(practice);
    bound(listed.size());
  }

  void listSize(long line, OrganisationId practice, int patients) throws UnreadableFile {
    listSizes.put(practice, new Said.OfListSize(line, practice, patients));
    bound(listSizes.size());
  }

  void succession(
      long line,
      OrganisationId predecessor,
      String predecessorName,
      OrganisationId successor,
      String successorName,
      SuccessionKind kind,
      LocalDate date) {
    successions.add(
        new Said.OfSuccession(
            line, predecessor, predecessorName, successor, successorName, kind, date));
  }

  private static void bound(int statements) throws UnreadableFile {
    if (statements > MOST_STATEMENTS) {
      throw new UnreadableFile(
          Reason.TOO_LARGE,
          "The file says more than " + MOST_STATEMENTS + " things; no official file says so many.");
    }
  }
}
