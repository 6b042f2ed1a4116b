package dev.footfall.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;

/** Who gives away a public key and reads what was encrypted for it. */
final class PgpPartner {
  private final PGPKeyPair keys;

  PgpPartner() throws GeneralSecurityException, PGPException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys =
        new JcaPGPKeyPair(
            PublicKeyPacket.VERSION_4,
            PublicKeyAlgorithmTags.RSA_GENERAL,
            generator.generateKeyPair(),
            Date.from(Instant.EPOCH));
  }

  /** The public key as a text file holds it. */
  String publicKey() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (ArmoredOutputStream armor = new ArmoredOutputStream(text)) {
      new PGPPublicKeyRing(List.of(keys.getPublicKey())).encode(armor);
    }
    return text.toString(StandardCharsets.US_ASCII);
  }

  /** The content of an encrypted file that nobody has changed. */
  byte[] read(byte[] file) throws IOException, PGPException {
    PGPEncryptedDataList sealed = (PGPEncryptedDataList) new BcPGPObjectFactory(file).nextObject();
    PGPPublicKeyEncryptedData mine = (PGPPublicKeyEncryptedData) sealed.get(0);
    byte[] content;
    try (InputStream clear = mine.getDataStream(new BcPublicKeyDataDecryptorFactory(keys))) {
      PGPLiteralData literal =
          (PGPLiteralData)
              new BcPGPObjectFactory(new ByteArrayInputStream(clear.readAllBytes())).nextObject();
      content = literal.getInputStream().readAllBytes();
    }
    if (!mine.verify()) {
      throw new IOException("the file was changed on its way");
    }
    return content;
  }
}
