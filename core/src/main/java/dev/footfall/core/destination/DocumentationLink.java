package dev.footfall.core.destination;

import java.time.LocalDate;

/** A page of a platform's documentation, and the day on which it was last checked. */
public record DocumentationLink(String title, String url, LocalDate checked) {}
