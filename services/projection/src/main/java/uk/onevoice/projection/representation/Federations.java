package uk.onevoice.projection.representation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Areas.Kind;
import uk.onevoice.projection.representation.FederationRepresentation.Foundations;

/**
 * What a federation stands on. Who sees a part of each place in which it has practices sees that
 * part of it; counts for ICBs are counts of places, and a federation lies across them.
 */
final class Federations {
  private static final Set<Part> OF_PLACES_ONLY =
      EnumSet.of(Part.SLOT_COUNTS, Part.INFLUENCE_COUNTS);

  private final Snapshot registry;
  private final String odsCode;
  private final String federation;
  private final Audience audience;
  private final Function<String, Audience> ofPlace;

  /**
   * @param registry at the time asked for
   * @param ofPlace what the caller sees of a place
   * @param ofAnyPlace what they see of any
   */
  Federations(
      Snapshot registry,
      String odsCode,
      String federation,
      Function<String, Audience> ofPlace,
      Audience ofAnyPlace) {
    this.registry = registry;
    this.odsCode = odsCode;
    this.federation = federation;
    this.ofPlace = ofPlace;
    List<Audience> places =
        registry
            .list(
                """
                select distinct p.parent_id
                from area_practice(:asOf, :knownAt) f
                join in_place(:asOf, :knownAt) p on p.member_id = f.practice_id
                where f.area_kind = 'FEDERATION' and f.area_id = ? order by 1\
                """,
                row -> row.getString(1),
                federation)
            .stream()
            .map(ofPlace)
            .toList();
    Set<Part> parts = EnumSet.noneOf(Part.class);
    parts.addAll((places.isEmpty() ? ofAnyPlace : Audience.ofAll(places)).parts());
    parts.removeAll(OF_PLACES_ONLY);
    this.audience = new Audience(parts);
  }

  /** Nothing where there is no such federation, or where it has no practice in the ICS. */
  private Optional<String> name() {
    return registry.first(
        """
        select o.name from organisation_at(:asOf, :knownAt) o
        where o.organisation_id = ? and o.kinds @> array['FEDERATION']
          and ? in (select i.ics_id from ics_of(o.organisation_id, :asOf, :knownAt) i)\
        """,
        row -> row.getString(1),
        federation,
        odsCode);
  }

  /**
   * What a figure of it is made of.
   *
   * @param caller the person who asks; null for a system
   */
  Optional<EvidencePage> evidence(String key, @Nullable String caller, AskedEvidence wanted) {
    return name()
        .map(name -> {
          Snapshot facts = Measures.told(registry, audience);
          Areas area = new Areas(facts, Kind.FEDERATION, Map.of(federation, audience));
          Measure measure =
              requireNonNull(
                  requireNonNull(new Measures(area).all(Set.of(key)).get(federation)).get(key));
          return new Evidences(
                  facts,
                  new Evidences.Asked(Kind.FEDERATION, federation, name, audience, ofPlace, caller))
              .of(key, measure, wanted);
        });
  }

  /** The measures asked for. */
  Optional<FederationRepresentation> of(Set<String> keys) {
    return name()
        .map(name -> {
          Snapshot facts = Measures.told(registry, audience);
          Areas area = new Areas(facts, Kind.FEDERATION, Map.of(federation, audience));
          Map<String, Measure> measures =
              requireNonNull(new Measures(area).all(keys).get(federation));
          measures.replaceAll((_, measure) ->
              measure.detail() instanceof Coverage coverage && !audience.sees(Part.PATIENTS)
                  ? measure.with(coverage.withoutPatients())
                  : measure);
          return new FederationRepresentation(
              odsCode,
              federation,
              name,
              facts.time().asOf(),
              facts.time().knownAt(),
              !audience.isLive(),
              Measures.listSizeMonth(measures),
              measures,
              foundations(area));
        });
  }

  private record Ground(boolean mandate, boolean relationships, boolean strong) {}

  private Foundations foundations(Areas area) {
    Ground ground =
        area.rows(
                "foundations",
                row ->
                    new Ground(
                        row.getBoolean("mandate"),
                        row.getBoolean("relationships"),
                        row.getBoolean("strong")))
            .one(federation);
    boolean inside = audience.sees(Part.SLOTS);
    @Nullable Boolean relationships = inside ? (Boolean) ground.relationships() : null;
    List<String> missing = new ArrayList<>();
    if (!ground.mandate()) {
      missing.add("MANDATE");
    }
    if (inside && !ground.relationships()) {
      missing.add("RELATIONSHIPS");
    }
    return new Foundations(
        ground.mandate(), relationships, missing, inside ? (Boolean) ground.strong() : null);
  }
}
