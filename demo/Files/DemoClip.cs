using System.Buffers.Binary;

namespace CddFunctions.Demo.Files;

/// <summary>A real MP4 (H.264, one still picture that says DEMO) that plays for as many seconds as asked.</summary>
public static class DemoClip
{
    /// <summary>Milliseconds for which the still plays in <see cref="Still"/>; a number that stands nowhere else in it.</summary>
    private const int StillPlays = 7000;

    /// <summary>Made with ffmpeg: 160 × 90, one frame of 7 seconds, 1,000 units a second.</summary>
    private const string Still = """
        AAAAIGZ0eXBpc29tAAACAGlzb21pc28yYXZjMW1wNDEAAAL1bW9vdgAAAGxtdmhkAAAAAAAAAAAAAAAAAAAD6AAAG1gAAQAAAQAAAAAAAAAAAAAAAAEAAAAA
        AAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgAAAkR0cmFrAAAAXHRraGQAAAADAAAAAAAAAAAAAAAB
        AAAAAAAAG1gAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAAABAAAAAAKAAAABaAAAAAAAkZWR0cwAAABxlbHN0AAAAAAAA
        AAEAABtYAAAAAAABAAAAAAG8bWRpYQAAACBtZGhkAAAAAAAAAAAAAAAAAAAD6AAAG1hVxAAAAAAALWhkbHIAAAAAAAAAAHZpZGUAAAAAAAAAAAAAAABWaWRl
        b0hhbmRsZXIAAAABZ21pbmYAAAAUdm1oZAAAAAEAAAAAAAAAAAAAACRkaW5mAAAAHGRyZWYAAAAAAAAAAQAAAAx1cmwgAAAAAQAAASdzdGJsAAAAw3N0c2QA
        AAAAAAAAAQAAALNhdmMxAAAAAAAAAAEAAAAAAAAAAAAAAAAAAAAAAKAAWgBIAAAASAAAAAAAAAABDExhdmMgbGlieDI2NAAAAAAAAAAAAAAAAAAAAAAAAAAA
        GP//AAAAOWF2Y0MBZAAM/+EAG2dkAAyscgRCjfkwEQAAAwAHAAADAAIPFCmEYAEAB2joQ4RLIsD9+PgAAAAAEHBhc3AAAAABAAAAAQAAABRidHJ0AAAAAAAA
        A0MAAANDAAAAGHN0dHMAAAAAAAAAAQAAAAEAABtYAAAAHHN0c2MAAAAAAAAAAQAAAAEAAAABAAAAAQAAABRzdHN6AAAAAAAAAtsAAAABAAAAFHN0Y28AAAAA
        AAAAAQAAAyUAAAA9dWR0YQAAADVtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABtZGlyYXBwbAAAAAAAAAAAAAAAAAhpbHN0AAAACGZyZWUAAALjbWRhdAAAAtdl
        iIEAAr/+46v4FNSpkcrMiRGBtGNPzxSXbPITNxywVQ/PquVu8GW2rQ4cGDBgALlekmtKdfi8yjUdq2P8JO8ZGVleYvPuT+YGzzr4qmU58QvOm7vhtLwTll8G
        VKf98GGWo2PA+cw6lzke3mnKn87W9mrAu4KFD/PF2TQPtsOvrE3Wou3hJ1Z/sFVosgrfq5OooZ0/8nPk9wWH6jSSJU7LKE+d+x5ziOfF+ukE1NdtzU5iOWZ7
        B3lSeWCUs+ZDHDS2NKbKgFcp6z2CRL9TYc9js2yRhKoLRdtk1VK2Mju/KsHnkHRwAvj0+UWiqz67LzDaBjevRcJd7xXM5xPz1j/pvVNJPK1oo2hAG4qv6I5E
        yM0r171PxvPZSgVfNUlxRNxxJdsUpXkCFcx3k+6bWV7pyPX9seVcmjDDJjq85zdxvYTdh6lKkl9JnV1DLeZaQGuGt3OmgvFAlDCyln+958TOIOYTFzU4N88r
        WikqDOLOs4nr275ObUeWjK9JsBvYimqB12SnGCplBTxQXD9LOk/vWppD8+ofik1j77bf4ViCjdKtH8rJXWvTzGG2Pzwo/nO9/RxQ9YF26LRrQpMHyH+lQkCy
        5TYLRv89MMq+c22w94a3/IiimQX3/sippC1K6QXgBOPA39au7jx1kcCp+NR0G1xu/pSCaV5kNbfZTbZmGTE0hLFb1030YyKZsQ+pCjRhu2CLorCBXsXi+xrn
        W5Yz/H94V+SNJa8SnTK8CpoWRgRKGFym8ofssaqxqXyIVRScfsuIbxtGIdC8ah/MpzGva4WMKbk81tFg6baRcbEPfduhox/BPY5qs2DKHEL1drmL5nrg5A++
        5die/P38KOZBLkgplL8Tsh3KiZohjSkDWVW23PJxx0Oo0G14xd8i8dBgv4X+IkcoLLcJblGJ4SbjnsKjNEjb7Eb4/CPWlQi4YpIw1GxRjbIv6hNNXARH3Zj8
        Gg6kT7J3
        """;

    public static byte[] Of(int seconds)
    {
        var clip = Convert.FromBase64String(Still);

        // The length stands in mvhd, tkhd, elst, mdhd and stts (ISO/IEC 14496-12): all five are set alike.
        for (var i = 0; i <= clip.Length - sizeof(int); i++)
        {
            var at = clip.AsSpan(i, sizeof(int));
            if (BinaryPrimitives.ReadInt32BigEndian(at) == StillPlays)
                BinaryPrimitives.WriteInt32BigEndian(at, seconds * 1000);
        }

        return clip;
    }
}
