package uk.onevoice.projection.matrix;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.IcsFootprint;
import uk.onevoice.projection.reading.IcsFootprint.Chosen;
import uk.onevoice.projection.reading.Snapshot;
import uk.onevoice.projection.representation.Audience;
import uk.onevoice.projection.representation.Audiences;

/** Whose matrix it is: that of a place, or of an ICS with the area of one day. */
sealed interface MatrixArea {

  /** As the functions of the database name it. */
  String kind();

  String id();

  /** The same state of the facts, asked with this area. */
  Snapshot in(Snapshot facts);

  /** With which area an ICS is told; null where it is a place. */
  @Nullable IcsFootprint footprint(Snapshot facts);

  /** What the caller sees of it. */
  Audience seenBy(Audiences audiences, Snapshot registry);

  /** Nothing when no such area is known. */
  Optional<Named> named(Snapshot facts);

  /**
   * @param placeId null where it is an ICS
   */
  record Named(@Nullable String placeId, String name, String icsOdsCode) {}

  default List<String> ids() {
    return List.of(id());
  }

  record Place(String id) implements MatrixArea {
    @Override
    public String kind() {
      return "PLACE";
    }

    @Override
    public Snapshot in(Snapshot facts) {
      return facts;
    }

    @Override
    public @Nullable IcsFootprint footprint(Snapshot facts) {
      return null;
    }

    @Override
    public Audience seenBy(Audiences audiences, Snapshot registry) {
      return audiences.of(id);
    }

    @Override
    public Optional<Named> named(Snapshot facts) {
      return facts.first(
          "select name, ics_id from place_at(:asOf, :knownAt) where place_id = ?",
          row -> new Named(id, row.getString(1), row.getString(2)),
          id);
    }
  }

  record Ics(String id, Chosen chosen) implements MatrixArea {
    @Override
    public String kind() {
      return "ICS";
    }

    @Override
    public Snapshot in(Snapshot facts) {
      return facts.on(footprint(facts).on());
    }

    @Override
    public IcsFootprint footprint(Snapshot facts) {
      return IcsFootprint.of(facts, id, chosen);
    }

    @Override
    public Audience seenBy(Audiences audiences, Snapshot registry) {
      return audiences.ofIcs(registry, id, chosen);
    }

    @Override
    public Optional<Named> named(Snapshot facts) {
      return facts.first(
          """
          select name from organisation_at(:asOf, :knownAt)
          where organisation_id = ? and kinds @> array['ICB']\
          """,
          row -> new Named(null, row.getString(1), id),
          id);
    }
  }
}
