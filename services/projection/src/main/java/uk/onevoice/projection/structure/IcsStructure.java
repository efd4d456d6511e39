package uk.onevoice.projection.structure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.projection.reading.IcsFootprint;

/**
 * Many voices against one: the bodies of an ICS, counted. Null is "not known".
 *
 * @param trustSectors trusts by what they mainly do; UNKNOWN where nobody has said
 * @param practicesWithoutPlace practices that nobody has put into a place
 */
record IcsStructure(
    String odsCode,
    String name,
    boolean open,
    LocalDate asOf,
    Instant knownAt,
    @Nullable Integer practices,
    @Nullable Integer pcns,
    @Nullable Integer practicesWithoutPcn,
    @Nullable Integer subIcbs,
    @Nullable Integer trusts,
    Map<String, Integer> trustSectors,
    @Nullable Integer councils,
    @Nullable Integer federations,
    @Nullable Integer practicesInFederation,
    @Nullable Integer lmcs,
    @Nullable Integer practicesWithoutPlace,
    @Nullable Long registeredPatients,
    @Nullable String listSizeMonth,
    @Nullable Integer practicesWithoutListSize,
    IcsFootprint footprint,
    List<PlaceOfIcs> places) {}
