package uk.onevoice.service.wiring;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The directory's, and not that of a view. */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@interface OfDirectory {}
