package uk.onevoice.vault.rights;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** How far the vault has come with what is asked about people. */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@interface OfVault {}
