package uk.onevoice.projection.structure;

import org.jspecify.annotations.Nullable;

/**
 * All ICSs of the list together: a body that counts in several of them counts once here.
 *
 * @param listSizeMonth null where the ICSs' months differ
 */
record IcsTotals(
    int ics,
    @Nullable Integer practices,
    @Nullable Integer pcns,
    @Nullable Integer practicesWithoutPcn,
    @Nullable Integer subIcbs,
    @Nullable Integer trusts,
    @Nullable Integer councils,
    @Nullable Long registeredPatients,
    @Nullable String listSizeMonth,
    @Nullable Integer practicesWithoutListSize) {}
