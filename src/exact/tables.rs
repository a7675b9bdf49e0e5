//! The constants of the binary logarithm and exponential, each rounded to the nearest unit.
//!
//! Recipe (Python, mpmath with 80 digits; a test recomputes every entry from enclosures):
//!
//! ```text
//! LOGARITHMS    [round(log(j / 64, 2) * 2**127) for j in range(46, 92)]
//! POWERS        [round(2**(i / 64) * 2**127) for i in range(64)]
//! LOGARITHM_*   [round(2 / (ln(2) * (2*k + 1)) * 2**(125 - 15*k)) for k in range(9)]
//! EXPONENTIAL_* [round((ln(2) / 64)**k / factorial(k) * 2**127) for k in range(14)]
//! ```

use super::wide::Wide;

/// ln 2.
pub(super) const LOGARITHM_OF_TWO: Wide = Wide {
    mantissa: 0xb172_17f7_d1cf_79ab_c9e3_b398_03f2_f6af,
    exponent: -128,
};

/// log₂(j ÷ 64) for j in 46..=91, in units of 2⁻¹²⁷.
pub(super) const LOGARITHMS: [i128; 46] = [
    -0x3cfb_ebfc_a715_669d_f6a2_b592_7688_7aac,
    -0x3903_3b85_a8bf_c871_2bb1_588c_c9e4_7f8e,
    -0x351f_f2e3_0214_bc30_2ffa_76fa_fcba_2917,
    -0x3151_3015_7f7a_64cc_d536_fc5b_ec1a_57b9,
    -0x2d96_1ed0_cb91_d406_db50_2402_c940_92cd,
    -0x29ed_f765_9d8b_30f1_c9d0_b5ca_5a8e_7bb6,
    -0x2657_fdc6_e1dc_d0cb_4492_f1bc_6b3e_5771,
    -0x22d3_80a6_c7e2_b0e4_6a1f_00ba_bcdb_8b0a,
    -0x1f5f_d8a9_063e_3490_8fef_64f0_f62e_7b46,
    -0x1bfc_67a7_fff4_cc06_f02b_dee0_b9f5_de07,
    -0x18a8_980a_bfbd_3266_6a9b_7e2d_f60d_2bdc,
    -0x1563_dc29_ffac_b20c_8720_de53_77ca_f325,
    -0x122d_adc2_ab34_96d2_d23a_f327_1ce4_4c70,
    -0x0f05_8d74_797e_ab32_59d2_c6d9_213f_3f84,
    -0x0beb_024b_67dd_a633_9da2_88fc_615a_727e,
    -0x08dd_9953_002a_4e86_6315_14ae_f39c_e630,
    -0x05dc_e532_7656_3557_7970_e03f_821c_75d6,
    -0x02e8_7dd0_c3e6_aac6_ca90_6c23_ef81_7e0b,
    0x0000_0000_0000_0000_0000_0000_0000_0000,
    0x02dc_f2d0_b85a_4531_4dc4_fc42_3021_5f29,
    0x05ae_b4dd_63bf_61cc_4d81_bc25_adf0_4248,
    0x0875_9c4f_d14f_cd59_e7ba_5d5c_cc90_b833,
    0x0b31_fb7d_6489_8b3e_6629_c130_a22b_ad62,
    0x0de4_2120_56d5_dd31_d962_d372_8cbd_5c3d,
    0x108c_588c_da79_e396_27bc_6fd0_a552_8abd,
    0x132a_e9e2_78ae_1a1f_51f2_c075_a74b_a64e,
    0x15c0_1a39_fbd6_879f_a00b_120a_068b_add1,
    0x184c_2bd0_2f03_b2fd_d224_8ee7_63a9_570f,
    0x1acf_5e2d_b4ec_93ef_e11e_cbc0_1836_34b5,
    0x1d49_ee4c_3259_6fc8_f4b5_6502_3a05_441c,
    0x1fbc_16b9_0268_0a23_a8d9_98a7_84ef_35f2,
    0x2226_0fb5_a616_eb96_12e0_b4f2_b49d_3f83,
    0x2488_0f56_1c0e_7304_8b72_9748_9807_7f78,
    0x26e2_499d_499b_d9b3_2266_d92c_0fdc_8c37,
    0x2934_f097_9a37_15fc_9257_edfe_9b5f_b69a,
    0x2b80_3473_f7ad_0f3f_4016_2414_0d17_5ba2,
    0x2dc4_439b_3a19_bcaf_1aa4_1689_ee07_8886,
    0x3001_4ac6_2c38_a865_5d6c_13e9_bef5_911b,
    0x3237_7512_3e2e_1169_656a_0ad7_0d38_ab0c,
    0x3466_ec14_fec0_a13a_f881_af2f_3d8b_63fc,
    0x368f_d7ee_7105_4148_28dd_f1fb_144f_1d5c,
    0x38b2_5f5a_52b6_acfc_fdca_95dd_e661_8a78,
    0x3ace_a7c0_65d4_1dfc_7d7c_3320_aaaa_6b60,
    0x3ce4_d543_cea9_a418_a33c_25e8_e226_66af,
    0x3ef5_0ad1_960d_9d9c_3263_0008_a1eb_646b,
    0x40ff_6a2e_5e65_fcce_50d1_9015_9eb4_7cb3,
];

/// 2^(i ÷ 64) for i in 0..64, in units of 2⁻¹²⁷.
pub(super) const POWERS: [u128; 64] = [
    0x8000_0000_0000_0000_0000_0000_0000_0000,
    0x8164_d1f3_bc03_0773_7be5_6527_bd14_def5,
    0x82cd_8698_ac2b_a1d7_3e2a_475b_4652_0bff,
    0x843a_28c3_acde_4046_1af9_2eca_13fd_1582,
    0x85aa_c367_cc48_7b14_c5c9_5b8c_2154_c1b2,
    0x871f_6196_9e8d_1010_3a17_27c5_7b52_a956,
    0x8898_0e80_92da_8527_5df8_d76c_98c6_7563,
    0x8a14_d575_496e_fd9a_080c_a1d9_2c36_80c2,
    0x8b95_c1e3_ea8b_d6e6_fbe4_6287_58a5_3c90,
    0x8d1a_df5b_7e5b_a9e5_b4c7_b496_8e41_ad36,
    0x8ea4_398b_45cd_53c0_2dc0_144c_8783_d4c6,
    0x9031_dc43_1466_b1dc_7758_14a8_494e_87e2,
    0x91c3_d373_ab11_c336_0fd6_d8e0_ae5a_c9d8,
    0x935a_2b2f_13e6_e92b_d339_940e_9d92_4ee7,
    0x94f4_efa8_fef7_0961_2e8a_fad1_2551_de54,
    0x9694_2d37_2018_5a00_48ea_9b68_3a9c_22c5,
    0x9837_f051_8db8_a96f_46ad_2318_2e42_f6f6,
    0x99e0_4593_20b7_fa64_e430_86cb_34b5_fcaf,
    0x9b8d_39b9_d54e_5538_a2a8_17a2_a3cc_3f1f,
    0x9d3e_d9a7_2cff_b750_de49_4cf0_50e9_9b0b,
    0x9ef5_3260_91a1_11ad_a091_1f09_ebb9_fdd1,
    0xa0b0_510f_b971_4fc2_192d_c79e_db0f_d9a9,
    0xa270_4303_0c49_6818_9b7a_04ef_80cf_dea8,
    0xa435_15ae_09e6_809e_0d1d_b483_1781_e1ef,
    0xa5fe_d6a9_b151_38ea_1cbd_7f62_1710_701b,
    0xa7cd_93b4_e965_3569_9ec5_b4d5_039f_72af,
    0xa9a1_5ab4_ea7c_0ef8_541e_24ec_3531_fa73,
    0xab7a_39b5_a93e_d337_6580_23b2_759e_0079,
    0xad58_3eea_42a1_4ac6_4980_a8c8_f59a_2ec4,
    0xaf3b_78ad_690a_4374_df26_101c_cbb3_5033,
    0xb123_f581_d2ac_258f_87d0_37e9_6d21_5d8e,
    0xb311_c412_a911_2489_3ecf_14dc_798a_519c,
    0xb504_f333_f9de_6484_597d_89b3_754a_be9f,
    0xb6fd_91e3_28d1_7791_0716_5f0d_dd54_1a5a,
    0xb8fb_af47_62fb_9ee9_1b87_9778_566b_65a2,
    0xbaff_5ab2_133e_45fb_74d5_19d2_4593_838c,
    0xbd08_a39f_580c_36be_a881_1fb6_6d0f_af7a,
    0xbf17_99b6_7a73_1082_e815_d0ab_cbf0_b851,
    0xc12c_4cca_6670_9456_7c45_7d59_a500_87b5,
    0xc346_ccda_2497_6407_20ec_8561_28b8_3a42,
    0xc567_2a11_5506_dadd_3e2a_d0c9_64dd_9f37,
    0xc78d_74c8_abb9_b15c_c13a_2e39_76c0_277e,
    0xc9b9_bd86_6e2f_27a2_80e1_f92a_0511_697e,
    0xcbec_14fe_f272_7c5c_f490_7c8f_45eb_f6dd,
    0xce24_8c15_1f84_80e3_e235_838f_95f2_c6ed,
    0xd063_33da_ef2b_2594_d6d4_5c65_59a4_d502,
    0xd2a8_1d91_f12a_e45a_1224_8e57_c3de_4028,
    0xd4f3_5aab_cfed_fa1f_5921_deff_a626_2c5b,
    0xd744_fcca_d69d_6af4_39a6_8bb9_902d_3fde,
    0xd99d_15c2_78af_d7b5_fe87_3dec_a3e1_2bac,
    0xdbfb_b797_daf2_3755_3d84_0d5a_9e29_aa64,
    0xde60_f482_5e0e_9123_dd07_a2d9_e846_6859,
    0xe0cc_deec_2a94_e111_0658_9504_8dd3_33ca,
    0xe33f_8972_be8a_5a51_09bf_e907_9598_0eed,
    0xe5b9_06e7_7c83_48a8_1e5e_8f4a_4edb_b0ed,
    0xe839_6a50_3c4b_dc68_7917_90d0_ac70_c7de,
    0xeac0_c6e7_dd24_392e_d02d_75b3_706e_54fb,
    0xed4f_301e_d994_2b84_600d_2db6_a64b_fb12,
    0xefe4_b99b_dcda_f5cb_4656_1cf6_948d_b913,
    0xf281_773c_59ff_b139_e898_0a9c_c8f4_7a4b,
    0xf525_7d15_2486_cc2c_7b9d_0c7a_ed98_0fc3,
    0xf7d0_df73_0ad1_3bb8_fe90_d496_d60f_b6eb,
    0xfa83_b2db_722a_033a_7c25_bb14_315d_7fcd,
    0xfd3e_0c0c_f486_c174_853f_3a59_31e0_ee03,
];

/// The first coefficients of (2 ÷ ln 2) · artanh(z) ÷ z in powers of 2¹⁵ · z², in units of 2⁻¹²⁵.
pub(super) const LOGARITHM_SERIES: [u128; 4] = [
    0x5c55_1d94_ae0b_f85d_df43_ff68_348e_9f44,
    0x0000_3d8e_13b8_7407_fae9_3f82_aa45_785f,
    0x0000_0000_49dd_b143_be6f_f9e4_b29c_cc53,
    0x0000_0000_0000_6985_d8a9_eb7b_64fd_9172,
];

/// The next ones, below 2⁶⁴ units.
pub(super) const LOGARITHM_TAIL: [u64; 5] = [
    0xa425_89eb_e015_47c3,
    0x0001_0c9a_8499_4023,
    0x0000_0001_c68f_568d,
    0x0000_0000_0003_13e7,
    0x0000_0000_0000_0005,
];

/// The first coefficients of 2^(g ÷ 64) in powers of g, in units of 2⁻¹²⁷.
pub(super) const EXPONENTIAL_SERIES: [u128; 8] = [
    0x8000_0000_0000_0000_0000_0000_0000_0000,
    0x0162_e42f_efa3_9ef3_5793_c767_3007_e5ed,
    0x0001_ebfb_dff8_2c58_ea86_f16b_06ec_9736,
    0x0000_01c6_b08d_704a_0bf8_b33a_762b_b32c,
    0x0000_0001_3b2a_b6fb_a4e7_729c_cbbe_0b54,
    0x0000_0000_00ae_c3ff_3c53_3988_838b_fb4d,
    0x0000_0000_0000_50c2_44be_1b1e_1dbd_2c2a,
    0x0000_0000_0000_001f_fcbf_c588_b0c6_86b1,
];

/// The next ones, below 2⁶⁴ units.
pub(super) const EXPONENTIAL_TAIL: [u64; 6] = [
    0x0b16_0111_d2e4_11ff,
    0x0003_6a4a_7a72_bcf8,
    0x0000_00f2_67a8_ac5c,
    0x0000_0000_3d19_58e7,
    0x0000_0000_000e_1deb,
    0x0000_0000_0000_0303,
];
