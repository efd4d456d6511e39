package uk.onevoice.projection.structure;

import org.jspecify.annotations.Nullable;

/** A place in numbers; a place without practices has none, and its patients are not known. */
record PlaceStructure(
    String placeId,
    String name,
    String icsOdsCode,
    int practices,
    int pcns,
    int practicesWithoutPcn,
    int federations,
    int practicesInFederation,
    int lmcs,
    @Nullable Long registeredPatients,
    @Nullable String listSizeMonth,
    int practicesWithoutListSize) {}
