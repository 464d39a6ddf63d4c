"""Odd lists of results in text files: of every test, and of what is no test."""

from tests.importers.given import AISHA, NOAH
from tests.importers.odd_lists import DFE_ROW, WHO, A, N, dfe, lines

RESULTS: dict[str, bytes] = {
    "practice tests and targets.csv": lines(
        f"{WHO},KS2 Reading SS,KS2 Reading mock,KS2 Maths target,KS2 Maths SS",
        f"{A},112,99,120,108",
    ),
    "levels.csv": lines(
        f"{WHO},KS2 Maths level,KS2 Maths sub-level,KS2 Reading level,KS2 Eng TA",
        f"{A},4,4a,5,5C",
        f"{N},W,,5+,4",
    ),
    "levels of the npd.csv": dfe(
        f"2012/2013,1,{AISHA},AHMED,AISHA,1,2,5,4,5.46,27,88,5",
        head="KS2_ACADYR,KS2_PupilMatchingRef,KS2_UPN,KS2_SURNAME,KS2_FORENAMES,"
        "KS2_LAESTAB,KS2_URN,KS2_READLEV,KS2_MATLEV,KS2_READFINE,KS2_MATPOINTS,"
        "KS2_MATTOTMRK,KS2_ENGLEVTA",
    ),
    "ks2_pupil_final.csv": dfe(
        f"2024/2025,1,9,{AISHA},AHMED,AISHA,03/09/2014,10,F,999,9992001,1,AS,112,41,5,F",
        head="acadyr,pupilid,matchref,upn,surname,forenames,dob,age_start,gender,la,"
        "laestab,urn,readoutcome,readscore,readmrk,ks2readps,version",
    ),
    "ks2_results.csv": dfe(DFE_ROW),
    "a pupil in two years.csv": dfe(
        DFE_ROW, DFE_ROW.replace("2024/2025", "2023/2024").replace(",112,", ",108,")
    ),
    "a row for each subject.csv": lines(
        "CurrUPN,Surname,Forename,DOB,Subject,RawScore,ScaledScore,TestOutcome",
        f"{A},English reading,41,112,AS",
        f"{A},Mathematics,88,108,AS",
        f"{A},Welsh,1,99,NS",
    ),
    "phonics_results.csv": lines(
        "Phonics_ACADYR,Phonics_UPN,Phonics_SURNAME,Phonics_FORENAMES,Phonics_DOB,"
        "Phonics_NCYEARACTUAL,Phonics_PHONICS_MARK,Phonics_PHONICS_OUTCOME",
        f"2020/2021,{A},1,38,WA",
        f"2020/2021,{N},1,0,D",
    ),
    "mtc_results.csv": lines(
        "ACADYR,UPN,Surname,Forename,DOB,FormMark,PupilStatus,ReasonNotTakingCheck",
        f"2023/2024,{A},25,,",
        f"2023/2024,{N},,,J",
    ),
    "ks1_results.csv": lines(
        "ACADYR,KS1_ID,UPN,SURNAME,FORENAMES,DOB,READ_OUTCOME,WRIT_OUTCOME,MATH_OUTCOME",
        f"2021/2022,1,{A},GDS,EXS,WTS",
    ),
    "eyfsp_results.csv": lines(
        "FSP_ACADYR,FSP_UPN,FSP_SURNAME,FSP_FORENAME,FSP_DOB,FSP_LIT_E09,FSP_GLD",
        f"2019/2020,{A},2,1",
    ),
    "pp_search_results.csv": lines(
        "UPN,Surname,Forename,Sex,DOB,NCYear,Deprivation Pupil Premium,Service Child "
        "Premium,Adopted from Care Premium,Looked After Premium,PupilPremiumFTE,"
        "PupilPremiumCashAmount,PupilPremiumFYStartDate,PupilPremiumFYEndDate,LastFSM",
        f"{AISHA},AHMED,AISHA,F,03/09/2014,7,1,0,0,0,1,1050,01/04/2026,31/03/2027,",
    ),
    "sen_results.csv": lines(
        "ULN,Surname,Forename,Sex,DOB,NCYear,SEN_PROVISION,ACAD_YEAR",
        ",AHMED,AISHA,F,03/09/2014,7,K,2026",
        ",BAKER,NOAH,M,28/03/2015,7,N,2026",
    ),
    "ks4_results.csv": lines(
        "KS4_ACADYR,KS4_PUPILMATCHINGREF,KS4_UPN,KS4_SURNAME,KS4_FORENAMES,KS4_DOB,"
        "KS4_YEARGRP,KS4_ACTYRGRP,KS4_SEX,KS4_LA,KS4_LA_9CODE,KS4_ESTAB,KS4_LAESTAB",
        f"2021/2022,,{AISHA},AHMED,AISHA,03/09/2005,11,11,F,801,,4025,",
    ),
    "recipients of pupil premium.csv": lines(
        "UPN,Surname,Forename,Form,Pupil Premium Recipient",
        f"{AISHA},Ahmed,Aisha,7A,Yes",
        f"{NOAH},Baker,Noah,7B,No",
    ),
    "midyis.csv": lines(
        "MidYIS 2025",
        "",
        "UPN,Surname,Forename,Vocabulary,Maths,Skills,Overall",
        f"{AISHA},Ahmed,Aisha,112,101.4,121,107.2",
    ),
    "yellis by its headings.csv": lines(
        "UPN,Surname,Forename,Yellis Vocabulary,Yellis Maths,Yellis Band",
        f"{AISHA},Ahmed,Aisha,112,101,B",
    ),
    "stanines called scores.csv": lines(
        "UPN,Surname,Forename,Verbal SAS,Spatial SAS",
        f"{AISHA},Ahmed,Aisha,7,9",
        f"{NOAH},Baker,Noah,4,1",
    ),
    "ngrt of three measures.csv": lines(
        "UPN,Surname,Forename,NGRT SAS,NGRT Stanine,NGRT NPR,NGRT Reading Age",
        f"{AISHA},Ahmed,Aisha,118,8,88,13:02",
    ),
    "percentiles or scores.csv": lines(
        "UPN,Surname,Forename,NGRT", f"{AISHA},Ahmed,Aisha,88", f"{NOAH},Baker,Noah,61"
    ),
    "grades in every subject.csv": lines(
        "UPN,Surname,Forename,Form,English,Maths,Maths target,Science,D&T,House",
        f"{AISHA},Ahmed,Aisha,7A,5+,6.2,7,Secure,B*,Red",
        f"{NOAH},Baker,Noah,7B,4b,5,6,Emerging,C,Blue",
    ),
    "grades of three terms.csv": lines(
        "UPN,Surname,Forename,English Autumn,English Spring,Maths AP1,Maths AP2,Maths,"
        "Maths",
        f"{AISHA},Ahmed,Aisha,5,6,4+,5-,3,4",
        f"{NOAH},Baker,Noah,4,5,4,5,2,3",
    ),
    "tests of every kind.csv": lines(
        "UPN,Surname,Forename,MidYIS Vocab,MidYIS Overall Band,NGRT SAS,NGRT Stanine,"
        "PTM ST,Phonics,Phonics outcome,MTC",
        f"{AISHA},Ahmed,Aisha,112,A,118,7,6,36,WA,25",
        f"{NOAH},Baker,Noah,88,C,88,3,4,12,WT,X",
    ),
    "sets and teachers.csv": lines(
        "UPN,Surname,Forename,Form,Maths,English",
        f"{AISHA},Ahmed,Aisha,7A,Set 1,Ms Lee",
        f"{NOAH},Baker,Noah,7B,Set 2,Mr Hall",
    ),
    "nominations.csv": lines(
        "Pupil,UPN,Subject,Nominated by,Reason for nomination,Date",
        f'"Ahmed, Aisha",{AISHA},Maths,Ms Hall,Asks why.,15/09/2026',
        f'"Baker, Noah",{NOAH},Music,Mr Lee,,',
    ),
    "contacts beside each other.csv": lines(
        "UPN,Surname,Forename,Contact 1 Name,Contact 1 Email,Contact 1 Address,"
        "Contact 1 Postcode,Contact 2 Surname,Contact 2 Forename,Contact 2 Phone",
        f'{AISHA},Ahmed,Aisha,Mrs Farah Ahmed,f.ahmed@example.org,"12 Mill Lane, '
        'Greenfield",gr1 2ab,Ahmed,Tariq,01632 960001',
        f"{NOAH},Baker,Noah,Mr & Mrs Baker,no e-mail,,,,,",
    ),
    "a row for each contact.csv": lines(
        "Pupil Surname,Pupil Forename,UPN,Contact Surname,Contact Forename,Relationship"
        ",Priority,Parental Responsibility,House Number,Street,Town,Postcode",
        f"Ahmed,Aisha,{AISHA},Ahmed,Farah,Mother,1,Yes,12,Mill Lane,Greenfield,GR1 2AB",
        f"Ahmed,Aisha,{AISHA},Ahmed,Tariq,Father,2,No,12,Mill Lane,Greenfield,GR1 2AB",
    ),
    "mother and father.csv": lines(
        "UPN,Surname,Forename,Mother's Name,Mother's Email,Father's Name",
        f"{AISHA},Ahmed,Aisha,Farah Ahmed,f.ahmed@example.org,Tariq Ahmed",
    ),
}
