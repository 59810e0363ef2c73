package org.keypointstudio.dataset.format.sleap;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Types of numbers and texts as HDF5 describes them: "HDF5 File Format Specification Version 3.0",
 * IV.A.2.d, Datatype Message. Everything is little-endian.
 */
final class HdfType {
  private static final int FIXED_POINT = 0x10;
  private static final int FLOATING_POINT = 0x11;
  private static final int STRING = 0x13;
  private static final int ENUMERATION = 0x38;
  private static final int COMPOUND = 0x36;

  private final int bytes;
  private final byte[] message;

  private HdfType(int bytes, ByteBuffer message) {
    this.bytes = bytes;
    this.message = written(message);
  }

  /** What was put into a buffer so far. */
  static byte[] written(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.position()];
    buffer.get(0, bytes);
    return bytes;
  }

  /** The length of one value. */
  int bytes() {
    return bytes;
  }

  /** What describes it. */
  byte[] message() {
    return message.clone();
  }

  /** Doubles of IEEE 754. */
  static final HdfType DOUBLE = floating(8, 64, 52, 11, 1023);

  /** Floats of IEEE 754. */
  static final HdfType FLOAT = floating(4, 32, 23, 8, 127);

  /** What numpy calls a bool: a byte that is named FALSE or TRUE. */
  static final HdfType BOOLEAN = bool();

  /** A named value of a compound. */
  record Member(String name, HdfType type) {}

  private static ByteBuffer start(int kind, int bits, int bytes, int length) {
    return ByteBuffer.allocate(8 + length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(kind | bits << 8)
        .putInt(bytes);
  }

  private static HdfType floating(int bytes, int bits, int mantissa, int exponent, int bias) {
    ByteBuffer message = start(FLOATING_POINT, 0x20 | (bits - 1) << 8, bytes, 12);
    message.putShort((short) 0).putShort((short) bits);
    message.put((byte) mantissa).put((byte) exponent).put((byte) 0).put((byte) mantissa);
    return new HdfType(bytes, message.putInt(bias));
  }

  /** Whole numbers. */
  static HdfType whole(int bytes, boolean signed) {
    ByteBuffer message = start(FIXED_POINT, signed ? 8 : 0, bytes, 4);
    return new HdfType(bytes, message.putShort((short) 0).putShort((short) (8 * bytes)));
  }

  /** Texts of so many bytes, filled up with zeros. */
  static HdfType text(int bytes) {
    return new HdfType(bytes, start(STRING, 1, bytes, 0));
  }

  private static HdfType bool() {
    byte[] base = whole(1, true).message();
    byte[] names = "FALSE\0TRUE\0".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer message = start(ENUMERATION, 2, 1, base.length + names.length + 2);
    return new HdfType(1, message.put(base).put(names).put((byte) 0).put((byte) 1));
  }

  /** Records of at most 255 bytes whose values follow each other. */
  static HdfType compound(List<Member> members) {
    ByteArrayOutputStream described = new ByteArrayOutputStream();
    int offset = 0;
    for (Member member : members) {
      described.writeBytes(member.name().getBytes(StandardCharsets.US_ASCII));
      described.write(0);
      described.write(offset);
      described.writeBytes(member.type().message());
      offset += member.type().bytes();
    }
    byte[] message = described.toByteArray();
    return new HdfType(
        offset, start(COMPOUND, members.size(), offset, message.length).put(message));
  }
}
