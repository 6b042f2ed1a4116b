package dev.footfall.app.config;

import java.util.Optional;

/** Reads where the project remembers what it did; below its own folder unless it says otherwise. */
record StoreReader(Faults faults) {
  static final String SCHEMA = "[a-z_][a-z0-9_]{0,62}";
  private static final String TITLE = "store";

  StoreConfig read(Section top, YamlValue.Mapping document) {
    int before = faults.sorted().size();
    Retention retention = new RetentionReader(faults).read(top);
    StoreConfig store = read(top, document, retention);
    // Nobody may purge by times that nobody meant.
    return faults.sorted().size() == before ? store : new StoreConfig.Unclear();
  }

  private StoreConfig read(Section top, YamlValue.Mapping document, Retention retention) {
    Optional<Section> section = top.section(TITLE, TITLE);
    if (section.isEmpty()) {
      boolean isSilent =
          document.entries().stream()
              .filter(entry -> entry.key().equals(TITLE))
              .allMatch(entry -> entry.value() instanceof YamlValue.Nothing);
      return isSilent ? new StoreConfig.Embedded(retention) : new StoreConfig.Unclear();
    }
    Optional<StoreConfig> store = read(section.get(), retention);
    section.get().close();
    return store.orElseGet(StoreConfig.Unclear::new);
  }

  private Optional<StoreConfig> read(Section section, Retention retention) {
    Optional<String> type =
        section.required("type").isPresent()
            ? section.choice("type", StoreConfig.TYPES)
            : Optional.empty();
    return type.flatMap(
        name ->
            name.equals("postgres")
                ? postgres(section, retention)
                : Optional.of(embedded(section, retention)));
  }

  private StoreConfig embedded(Section section, Retention retention) {
    DatabaseTexts texts = new DatabaseTexts(section, faults);
    return new StoreConfig.Embedded(texts.secret("secret"), texts.secret("token_keys"), retention);
  }

  private Optional<StoreConfig> postgres(Section section, Retention retention) {
    DatabaseTexts texts = new DatabaseTexts(section, faults);
    Optional<ConfigText> url = texts.url("jdbc:postgresql:");
    section.required("user");
    Optional<ConfigText> user = texts.text("user");
    Optional<ConfigText> password = texts.secret("password");
    Optional<ConfigText> schema = texts.text("schema");
    schema.ifPresent(text -> checkSchema(section, text));
    section.required("secret");
    Optional<ConfigText> secret = texts.secret("secret");
    Optional<ConfigText> tokenKeys = texts.secret("token_keys");
    if (url.isEmpty() || user.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new StoreConfig.Postgres(
            section.place(),
            url.get(),
            user.get(),
            password,
            schema,
            secret.get(),
            tokenKeys,
            retention));
  }

  private void checkSchema(Section section, ConfigText schema) {
    if (!schema.written().matches(SCHEMA)) {
      faults.add(
          schema.place(),
          "'schema' of " + section.title() + " is named with a to z, 0 to 9 and _ only");
    }
  }
}
