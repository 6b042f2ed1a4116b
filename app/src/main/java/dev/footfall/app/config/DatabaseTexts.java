package dev.footfall.app.config;

import java.util.Optional;

/** Reads how a database is reached: an address without a password, and secrets as references. */
record DatabaseTexts(Section section, Faults faults) {
  /** The address, which must begin so. */
  Optional<ConfigText> url(String beginning) {
    Optional<ConfigText> url = section.required("url").map(ConfigText::of);
    url.ifPresent(text -> checkUrl(text, beginning));
    return url.map(this::checked);
  }

  /** A text that may hold references. */
  Optional<ConfigText> text(String key) {
    return section.text(key).map(ConfigText::of).map(this::checked);
  }

  /** A text that must be one reference. */
  Optional<ConfigText> secret(String key) {
    Optional<ConfigText> secret = section.text(key).map(ConfigText::of);
    secret.ifPresent(text -> mustRefer(key, text));
    return secret.map(this::checked);
  }

  private void checkUrl(ConfigText url, String beginning) {
    if (!url.refers() && !url.written().startsWith(beginning)) {
      faults.add(url.place(), "'url' of " + section.title() + " must begin with " + beginning);
    }
    if (url.written()
        .matches("(?i).*[?&;][^=&;]*password=[^$&;]+.*|jdbc:[^?]*//[^/@]*:[^$/@]+@.*")) {
      faults.add(
          url.place(),
          "the url of "
              + section.title()
              + " holds a password; move it to 'password' as ${env:NAME}");
    }
  }

  private void mustRefer(String key, ConfigText secret) {
    if (!secret.isReference()) {
      faults.add(
          secret.place(),
          "the "
              + key
              + " of "
              + section.title()
              + " stands in the file; write ${env:NAME} or ${file:path} instead");
    }
  }

  private ConfigText checked(ConfigText text) {
    text.malformed().ifPresent(message -> faults.add(text.place(), message));
    return text;
  }
}
