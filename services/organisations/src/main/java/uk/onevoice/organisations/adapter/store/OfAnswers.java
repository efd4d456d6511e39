package uk.onevoice.organisations.adapter.store;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** How far the answers about people have been heard. */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
@interface OfAnswers {}
