package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;

/** What a visitor sees before signing in; it shows nothing about anybody. */
record SignInPage(Frame frame) implements TemplateInstance {}
