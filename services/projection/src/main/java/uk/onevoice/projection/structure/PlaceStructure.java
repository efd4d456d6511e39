package uk.onevoice.projection.structure;

import org.jspecify.annotations.Nullable;

/**
 * A place or neighbourhood in numbers; one without practices has none, and its patients are not
 * known. One that has closed has none either: whoever was not moved lies in no place.
 *
 * @param partOf the place of which it is a neighbourhood; null for a place
 * @param leadershipGroups how many speak for it; a place with none stands exposed
 */
record PlaceStructure(
    String placeId,
    String name,
    String icsOdsCode,
    @Nullable String partOf,
    boolean open,
    int practices,
    int pcns,
    int practicesWithoutPcn,
    int federations,
    int practicesInFederation,
    int lmcs,
    @Nullable Long registeredPatients,
    @Nullable String listSizeMonth,
    int practicesWithoutListSize,
    int leadershipGroups) {}
